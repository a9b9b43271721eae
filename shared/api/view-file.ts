/** Which file of the built view a URL path means: the one answer to path traversal, for both hosts. */

export type ViewFile = {
  /** Below the view's folder, with `/` between names. */
  path: string;
  contentType: string;
};

const CONTENT_TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A name that a build writes: no leading dot, nothing encoded, no separator of any system. */
const SAFE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** Null for every path that a build of ours cannot have written; `/` is the page itself. */
export function viewFile(urlPath: string): ViewFile | null {
  const names = (urlPath === '/' ? '/index.html' : urlPath).split('/');
  if (names.shift() !== '' || !names.every((name) => SAFE_NAME.test(name))) return null;
  const extension = names.at(-1)?.split('.').at(-1) ?? '';
  const contentType = Object.hasOwn(CONTENT_TYPES, extension) ? CONTENT_TYPES[extension] : undefined;
  return contentType === undefined ? null : { path: names.join('/'), contentType };
}
