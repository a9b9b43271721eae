/** Cuts access tokens and other secrets of Meta's APIs out of text, in every encoding in which logs carry them. */

const CUT = 'REDACTED';

/** Names whose values are secrets; matched as the end of a longer name too (`fb_exchange_token`, `Proxy-Authorization`). */
const SECRET_NAME =
  /(?:access|input|refresh|exchange|bearer)[-_]?token|access_?key|appsecret_proof|(?:app|client)_?secret|authorization|bearer/gi;

/** Meta's user and system-user tokens; not inside a longer word, as click ids hold `EAA` too. */
const BARE_TOKEN = /(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}|\\[nrtbf]|\\u[0-9A-Fa-f]{4}))EAA[A-Za-z0-9]{20,}/g;

/** A quote: raw behind any number of backslashes, percent-encoded any number of times, or an entity. */
const Q = String.raw`(?:\\*(?:["'\x60]|u002[27])|(?:%(?:25)*5C)*%(?:25)*2[27]|&(?:quot|apos|#39);)`;
/** White space within a line, and any white space. */
const W = String.raw`(?:[ \t+]|%(?:25)*(?:20|09)|\\+[t ])`;
const N = String.raw`(?:[ \t\r\n+]|%(?:25)*(?:20|09|0A|0D)|\\+[nrt ])`;
const LINE_END = String.raw`(?:\r*\n|(?:\\+r)*\\+n|%0D%0A)`;

/** What stands between a name and its value: one alternative for each notation. */
const SEPARATOR = new RegExp(
  [
    // "name": "value" · 'name' => 'value' · [name] => value · Name: value · also in a list
    String.raw`${Q}?\]?${W}*(?::|=(?:>|&gt;)|%(?:25)*3A)(?:${N}*(?:(?:\[|%(?:25)*5B)${N}*)?(?=${Q})|${W}*)`,
    // name=value · name="value" · name = value
    String.raw`(?:=|%(?:25)*3D|\\+u003d)(?:${W}+(?=${Q}))?|${W}+=${W}+`,
    // {"name": "access_token", "value": "…"}, as HAR files have it
    `${Q}${N}*,${N}*${Q}value${Q}${N}*:${N}*`,
    // Content-Disposition: form-data; name="access_token", headers, an empty line
    String.raw`${Q}?(?:${LINE_END}[A-Za-z-]{1,40}:[^\r\n\\]{0,200}){0,4}${LINE_END}${LINE_END}`,
    // PHP's serialize()
    String.raw`${Q};s:\d+:`,
  ].join('|'),
  'iy',
);
const QUOTE = new RegExp(Q, 'iy');
const SCHEME = new RegExp(`(?:bearer|oauth|basic|token|key|apikey)${W}+`, 'iy');
const GAP = new RegExp(`${W}+`, 'iy');
/** An unquoted value: up to white space, a quote, a bracket or a delimiter, raw or percent-encoded. */
const RUN = /(?:[^\s&"'`<>\\,;(){}[\]%]|%(?!(?:25)*(?:2[02367C]|0[9AD]|5[BCD]|3[BCE]|7[BD])))*/iy;
const NOT_A_SECRET =
  /^(?:|…|\.{3}|null|true|false|none|undefined|\*+|x{3,}|\[?(?:redacted|filtered|masked|hidden)\]?)$/i;

type Secret = { start: number; end: number; replacement: string };

/**
 * Replaces the values of tokens and secrets by `REDACTED`; every other character stays as it is. Works in one pass over
 * the text, on raw, form-encoded, JSON-escaped (any depth), multipart, header and curl notations. Idempotent.
 */
export function redactText(text: string): string {
  let kept = '';
  let from = 0;
  for (const { start, end, replacement } of secretsByName(text)) {
    kept += text.slice(from, start) + replacement;
    from = end;
  }
  const named = cutPasswords(from === 0 ? text : kept + text.slice(from));
  return named.includes('EAA') ? named.replace(BARE_TOKEN, CUT) : named;
}

/** What a login form with the method GET leaves in an address: `?password=…`, percent-encoded any number of times too. */
const PASSWORD_PARAMETER =
  /((?:[?&;]|%(?:25)*(?:3F|26))(?:[\w.[-]|%(?:25)*5B){0,60}?(?:password|passwd|passwort|passphrase|pwd)(?:\]|%(?:25)*5D)?(?:=|%(?:25)*3D))(?!REDACTED)(?:[^\s&#;%"'<>\\]|%(?!(?:25)*(?:26|23|22)))+/gi;

function cutPasswords(text: string): string {
  return /pass|pwd/i.test(text) ? text.replace(PASSWORD_PARAMETER, `$1${CUT}`) : text;
}

/** `redactText` for an address: also cuts the password of `https://user:password@host`. */
export function redactUrl(url: string): string {
  return redactText(url).replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:)(?!REDACTED@)[^/?#@]+@/i, `$1${CUT}@`);
}

/** True where the text holds a secret that was not yet cut or masked. */
export function hasToken(text: string): boolean {
  for (const _secret of secretsByName(text)) return true;
  return text.includes('EAA') && text.search(BARE_TOKEN) !== -1;
}

/** The values that `redactText` cuts, as they stand in the text: for finding them again in an answer that repeats them. */
export function secretsIn(text: string): string[] {
  const named = Array.from(secretsByName(text), ({ start, end }) => text.slice(start, end));
  return [...named, ...(text.match(BARE_TOKEN) ?? [])];
}

/** Every secret name holds one of these: a plain search is many times faster than the pattern. */
const NAME_PARTS = ['token', 'secret', 'authorization', 'bearer', 'key'];

function mayNameSecret(text: string): boolean {
  const lower = text.toLowerCase();
  return NAME_PARTS.some((part) => lower.includes(part));
}

function* secretsByName(text: string): Generator<Secret> {
  if (!mayNameSecret(text)) return;
  let position = 0;
  for (;;) {
    SECRET_NAME.lastIndex = position;
    const name = SECRET_NAME.exec(text);
    if (name === null) return;
    position = SECRET_NAME.lastIndex;
    const secret = readSecret(text, name[0].toLowerCase(), position);
    if (secret === null) continue;
    position = secret.end;
    yield secret;
  }
}

function readSecret(text: string, name: string, nameEnd: number): Secret | null {
  if (name === 'bearer') return readBearer(text, nameEnd);
  const separator = matchAt(SEPARATOR, text, nameEnd);
  if (separator === null) return null;
  const open = matchAt(QUOTE, text, nameEnd + separator.length) ?? '';
  let start = nameEnd + separator.length + open.length;
  if (name === 'authorization') start += matchAt(SCHEME, text, start)?.length ?? 0;
  const end = isRawQuote(open) ? closingQuote(text, start, open) : start + (matchAt(RUN, text, start)?.length ?? 0);
  if (NOT_A_SECRET.test(text.slice(start, end))) return null;
  // A bare JSON value (a number) needs quotes to stay JSON: those of its name.
  const quote = open === '' && /(?::|3A)[[\s+]*$/i.test(separator) ? (matchAt(QUOTE, text, nameEnd) ?? '') : '';
  return { start, end, replacement: quote + CUT + quote };
}

/** `Bearer …` away from its header's name; prose such as "bearer authentication" has no digit. */
function readBearer(text: string, nameEnd: number): Secret | null {
  const gap = matchAt(GAP, text, nameEnd);
  if (gap === null) return null;
  const start = nameEnd + gap.length;
  const value = matchAt(RUN, text, start) ?? '';
  return value.length >= 16 && /\d/.test(value) ? { start, end: start + value.length, replacement: CUT } : null;
}

function isRawQuote(quote: string): boolean {
  return quote !== '' && !/[%&u]/i.test(quote);
}

/** Where the value ends: at the next such quote behind no more backslashes, at the end of the line or of the text. */
function closingQuote(text: string, start: number, open: string): number {
  const mark = open.charAt(open.length - 1);
  let escapes = 0;
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\n' || character === '\r') return index;
    if (character === '\\') escapes++;
    else if (character === mark && escapes < open.length) return index - escapes;
    else escapes = 0;
  }
  return text.length;
}

function matchAt(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}
