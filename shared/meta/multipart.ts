/** Reads multipart/form-data as recorders hand it on: line ends doubled or bare, tails cut, boundaries undeclared. */
import type { Param, Params } from './form.ts';

const cutTail = 'the body is cut: its closing boundary is missing';

/** True where the content type or, failing that, the body itself says multipart. */
export function isMultipart(contentType: string | null, body: string): boolean {
  return /multipart\//i.test(contentType ?? '') || /^\s*--[^\r\n]+\r*\nContent-Disposition:/i.test(body);
}

/**
 * Parts in order, repeats kept. A part whose headers are not whole is left out and named in `damage`; a last part
 * without its end keeps what is there. Never throws.
 */
export function readMultipart(body: string, contentType: string | null): Params {
  const text = undoubled(body);
  const boundary = declaredBoundary(contentType) ?? /^\s*--([^\r\n]*?)[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  if (!boundary) return { params: [], damage: ['the multipart body has no boundary; nothing of it can be read'] };
  const { parts, isClosed } = splitParts(text, boundary);
  const damage = isClosed ? [] : [cutTail];
  const params: Param[] = [];
  parts.forEach((part, index) => {
    const param = readPart(part);
    if (param) params.push(param);
    else damage.push(`part ${index + 1} of the multipart body has no readable header`);
  });
  return { params, damage };
}

/** Writes pairs as a multipart body with the given boundary; the inverse of `readMultipart`. */
export function writeMultipart(params: readonly Param[], boundary: string): string {
  const parts = params.map(
    ({ key, value }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escapeName(key)}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

/** Tools that take text for bytes turn each CR LF into CR CR LF, everywhere in the body. */
function undoubled(body: string): string {
  return /^[^\n]*\r\r\n/.test(body) ? body.replaceAll('\r\r\n', '\r\n') : body;
}

function declaredBoundary(contentType: string | null): string | null {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? [];
  return quoted ?? bare ?? null;
}

function splitParts(text: string, boundary: string): { parts: string[]; isClosed: boolean } {
  const escaped = boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?(?:\\n|$))`, 'g');
  const parts: string[] = [];
  let from = -1;
  for (const found of text.matchAll(delimiter)) {
    if (from >= 0) parts.push(text.slice(from, found.index));
    from = found.index + found[0].length;
    if (found[1]) return { parts, isClosed: true };
  }
  const rest = from < 0 ? '' : withoutTail(text.slice(from), boundary);
  return { parts: rest.trim() === '' ? parts : [...parts, rest], isClosed: false };
}

/** Takes off the start of a delimiter on which the text was cut. */
function withoutTail(text: string, boundary: string): string {
  const [tail, begun] = /(?:\r\n?|\n)([^\r\n]*)$/.exec(text) ?? [];
  if (tail === undefined || begun === undefined || !`--${boundary}--`.startsWith(begun)) return text;
  return text.slice(0, text.length - tail.length);
}

function readPart(part: string): Param | null {
  const head = /^\r?\n((?:[^\r\n]+\r?\n)+)\r?\n/.exec(part);
  if (!head) return null;
  const [, quoted, bare] = /[;\s]name=(?:"([^"]*)"|([^;\s]+))/i.exec(head[1] ?? '') ?? [];
  const name = quoted ?? bare;
  return name === undefined ? null : { key: unescapeName(name), value: part.slice(head[0].length) };
}

/** Browsers escape just these three characters in part names (HTML standard, multipart/form-data). */
function escapeName(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function unescapeName(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}
