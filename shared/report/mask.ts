/** Hides what identifies a visitor in a report that is not revealed: hashes, cookies, addresses in URLs and texts. */
import type { Json } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';

export type Mask = {
  customer(value: string): string;
  cookie(value: string | null): string | null;
  url(value: string | null): string | null;
  json<T extends Json>(value: T): T;
  /** For sentences and evidence, which quote all of the above. */
  text(value: string): string;
  /** For what an event, an order or a field is called: only e-mail addresses. */
  label(value: string): string;
  /** Only what a person can read: e-mail addresses, and parameters named for a phone, a name, an address. */
  plain(value: string): string;
};

const keepAll = <T>(value: T): T => value;

/** Leaves everything as it is: `--reveal`. */
export const noMask: Mask = {
  customer: keepAll,
  cookie: keepAll,
  url: keepAll,
  json: keepAll,
  text: keepAll,
  label: keepAll,
  plain: keepAll,
};

/** Also behind a percent escape, whose digits look like its first. */
const hash = /(?:(?<![0-9a-f])|(?<=%(?:25)*[0-9a-f]{2}))([0-9a-f]{4})[0-9a-f]{28,60}(?![0-9a-f])/gi;
const cookie = /\bfb\.(\d)\.\d{4,}\.[^\s”"',;&]+/g;
/** Bounded, so that time grows with the text alone: 64 and 253 characters are what RFC 5321 gives both parts. */
const email = /[^\s@“"'=&?/:;,<>]{1,64}(?:@|%(?:25)*40)[^\s@”"'&?/:;,<>%]{1,253}\.[^\s@”"'&?/:;,<>]+/gi;
const clickId = /\bfbclid=[^&#\s”"']+/g;
const personalParameter =
  /((?:^|[?&])(?:[^=&#]{0,120}(?:mail|phone|tel|name|address|token|password|zip|postal)[^=&#]{0,120})=)([^&#]*)/gi;
const ipAddress = /\b(\d{1,3})\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g;

function maskText(value: string): string {
  return maskEmail(value.replace(cookie, 'fb.$1.…').replace(hash, '$1…'))
    .replace(clickId, 'fbclid=…')
    .replace(ipAddress, '$1.…');
}

/** Hashes stay: a parameter such as `ud[ph]` is personal only where its value can be read. */
function maskPlain(value: string): string {
  const masked = value.replace(personalParameter, (whole, name: string, text: string) =>
    /^[0-9a-f]{32,64}$/i.test(text) ? whole : `${name}…`,
  );
  return maskEmail(masked);
}

/** Most texts hold none: a plain search is far faster than the pattern. */
function maskEmail(value: string): string {
  return value.includes('@') || /%(?:25)*40/.test(value) ? value.replace(email, '…@…') : value;
}

function maskJson<T extends Json>(value: T): T {
  if (typeof value === 'string') return maskText(value) as T;
  if (Array.isArray(value)) return value.map(maskJson) as T;
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [maskEmail(key), maskJson(item)])) as T;
}

/** Enough of a value to recognise it by, never enough to use it. */
export const visitorMask: Mask = {
  customer: (value) => (/^[0-9a-f]{32,64}/i.test(value) ? `${value.slice(0, 4)}…` : '…'),
  cookie: (value) => (value === null ? null : /^fb\.\d/.test(value) ? `${value.slice(0, 5)}…` : '…'),
  url: (value) => (value === null ? null : maskText(maskPlain(value))),
  json: maskJson,
  text: maskText,
  label: maskEmail,
  plain: maskPlain,
};
