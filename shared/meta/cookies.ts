/** Reads `_fbp` and `_fbc` values, and the suffix that Meta's Parameter Builder appends to them and to other values. */
import type { TimeMs } from '../model/fact.ts';

export type CookieValue =
  | {
      isValid: true;
      /** Depth of the cookie's domain: `com` 0, `example.com` 1, `www.example.com` 2. */
      domainDepth: number;
      createdAt: TimeMs;
      /** The random number of `_fbp`; the click id of `_fbc`, in which `__DOT__` stands for a dot. */
      payload: string;
      suffix: Suffix | null;
    }
  | { isValid: false; reason: string };

/** `fb.<depth>.<ms>.<random number>[.<suffix>]`. The script and every library of Meta's make the number of digits. */
export function readFbp(value: string): CookieValue {
  const read = readCookieValue(value);
  if (!read.isValid || /^\d+$/.test(read.payload)) return read;
  return invalid('its random part is not a number');
}

/** `fb.<depth>.<ms>.<click id>[.<suffix>]`. */
export function readFbc(value: string): CookieValue {
  return readCookieValue(value);
}

/**
 * What Meta's own readers ask of either cookie: `fb`, two numbers, a payload that is not empty, and no fifth part
 * but a Parameter Builder suffix (Meta's docs on fbp and fbc; facebook/capi-param-builder).
 */
function readCookieValue(value: string): CookieValue {
  const [prefix, depth = '', time = '', payload = '', token, ...rest] = value.split('.');
  if (prefix !== 'fb') return invalid('it does not start with "fb."');
  if (!/^\d+$/.test(depth)) return invalid('its domain depth is not a number');
  if (!/^\d+$/.test(time)) return invalid('its creation time is not a number');
  if (payload === '') return invalid('its last part is missing');
  if (rest.length > 0) return invalid('it has too many parts');
  const suffix = token === undefined ? null : readSuffix(token);
  if (token !== undefined && !suffix) return invalid('its fifth part is not a Parameter Builder suffix');
  return { isValid: true, domainDepth: Number(depth), createdAt: Number(time), payload, suffix };
}

function invalid(reason: string): CookieValue {
  return { isValid: false, reason };
}

/** What the suffix tells. */
export type Suffix = {
  language: 'PHP' | 'Python' | 'Java' | 'Node' | 'Ruby' | 'JavaScript';
  /** What the library did to the value; null in the old two-character form, which does not tell. */
  change: 'unchanged' | 'general-new' | 'net-new' | 'modified' | null;
  /** The library's version; null in the old form. */
  version: string | null;
};

const languages = ['PHP', 'Python', 'Java', 'Node', 'Ruby', 'JavaScript'] as const;
const changes = ['unchanged', 'general-new', 'net-new', 'modified'] as const;
const oldTokens: ReadonlyMap<string, Suffix['language']> = new Map([
  ['AQ', 'PHP'],
  ['Ag', 'Python'],
  ['Aw', 'Java'],
  ['BA', 'Node'],
  ['BQ', 'Ruby'],
  ['Bg', 'JavaScript'],
]);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Reads a suffix without its dot; null where it is none. Six bytes in base64url: format 1, language 1–6, change 0–3,
 * version in three numbers (layout of facebook/capi-param-builder, the same in all its languages).
 */
export function readSuffix(token: string): Suffix | null {
  const old = oldTokens.get(token);
  if (old) return { language: old, change: null, version: null };
  if (!/^[A-Za-z0-9_-]{8}$/.test(token)) return null;
  const [format, languageIndex = 0, changeIndex = 0, ...version] = bytesOf(token);
  const language = languages[languageIndex - 1];
  const change = changes[changeIndex];
  if (format !== 1 || !language || !change) return null;
  return { language, change, version: version.join('.') };
}

/**
 * The value without the suffix; works on cookies, hashes, addresses and URLs. Of a cookie only a fifth part is one:
 * in `fb.1.1596403881668.AQYCAQMA` the last part is the click id itself.
 */
export function stripSuffix(value: string): string {
  const dot = value.lastIndexOf('.');
  const length = value.length - dot - 1;
  if (dot < 0 || (length !== 2 && length !== 8) || !readSuffix(value.slice(dot + 1))) return value;
  return /^fb\.\d+\.\d+\.[^.]*$/.test(value) ? value : value.slice(0, dot);
}

function bytesOf(token: string): number[] {
  let bits = 0n;
  for (const character of token) bits = bits * 64n + BigInt(alphabet.indexOf(character));
  return [40n, 32n, 24n, 16n, 8n, 0n].map((shift) => Number((bits >> shift) & 255n));
}
