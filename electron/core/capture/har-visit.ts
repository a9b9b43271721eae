/** Follows the pages and the Pixel's cookies of a recording: what a single entry cannot tell about itself. */
import { isMetaHost } from '../../../shared/meta/meta-hosts.ts';
import { splitUrl } from '../../../shared/meta/url.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { type HarEntry, headersOf, objectsOf, textOf } from './har-entry.ts';
import type { RecordedCall } from './recorded-call.ts';

type Cookies = NonNullable<RecordedCall['cookies']>;

export type HarVisit = {
  /** Call it for every entry in order, before asking about that entry. */
  follow(entry: HarEntry): void;
  pageOf(entry: HarEntry): string | null;
  /** The last `_fbp` and `_fbc` that the entry's site was seen with; null where it never showed any. */
  cookiesOf(entry: HarEntry): Cookies | null;
};

export function createHarVisit(log: JsonObject): HarVisit {
  const pages = titledPages(log);
  const cookies = new Map<string, Cookies>();

  const pageOf = (entry: HarEntry) => pages.get(entry.pageref ?? '') ?? entry.headers.get('referer') ?? null;

  return {
    follow(entry) {
      const { host } = splitUrl(entry.url);
      if (isMetaHost(host)) return;
      if (entry.pageref !== null && isDocument(entry, pages.has(entry.pageref))) pages.set(entry.pageref, entry.url);
      const seen = pixelCookies(entry);
      if (seen.fbp === null && seen.fbc === null) return;
      const before = cookies.get(host);
      cookies.set(host, { fbp: seen.fbp ?? before?.fbp ?? null, fbc: seen.fbc ?? before?.fbc ?? null });
    },
    pageOf,
    cookiesOf(entry) {
      const page = pageOf(entry);
      return (
        cookies.get(splitUrl(entry.url).host) ?? (page === null ? null : (cookies.get(splitUrl(page).host) ?? null))
      );
    },
  };
}

/** Chrome writes the page's URL as its title. */
function titledPages(log: JsonObject): Map<string, string> {
  const titled = objectsOf(log.pages).map(({ id, title }): [string, string] => [textOf(id) ?? '', textOf(title) ?? '']);
  return new Map(titled.filter(([, title]) => /^https?:\/\//i.test(title)));
}

/** A page load, not a frame's; where the browser does not say, the first entry of the page. */
function isDocument({ headers, whole }: HarEntry, isPageKnown: boolean): boolean {
  const destination = headers.get('sec-fetch-dest');
  if (destination !== undefined) return destination === 'document';
  return !isPageKnown && (whole._resourceType === undefined || whole._resourceType === 'document');
}

/** Sent with the request, or set by the answer, which then is the newer one. */
function pixelCookies({ request, response }: HarEntry): Cookies {
  const values = new Map([...namedCookies(request), ...namedCookies(response)]);
  return { fbp: values.get('_fbp') ?? null, fbc: values.get('_fbc') ?? null };
}

/** From the headers and from the recorder's own list, of which each may be missing. */
function namedCookies(message: JsonObject): [string, string][] {
  const headers = headersOf(message);
  const lines = [...(headers.get('cookie') ?? '').split(/[;\n]/), ...(headers.get('set-cookie') ?? '').split('\n')];
  const sent = lines.map((line): [string, string] => {
    const [, name = '', value = ''] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
    return [name, value.trim()];
  });
  const listed = objectsOf(message.cookies).map(({ name, value }): [string, string] => [
    textOf(name) ?? '',
    textOf(value) ?? '',
  ]);
  return [...sent, ...listed].filter(([name, value]) => name !== '' && value !== '');
}
