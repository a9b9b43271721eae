/** Reads queries and urlencoded bodies: order and repeats are kept, broken escapes are kept as written and named. */
import { decodePercent } from './percent.ts';
import { remembering } from './remembered.ts';

export type Param = { key: string; value: string };

/** What a form, query or multipart reader returns; `damage` is in words for people. */
export type Params = { params: Param[]; damage: string[] };

/**
 * `+` is a space in bodies and queries alike, as Meta's servers read them: its script writes `%20` and `%2B` in
 * queries, other tags write `+`. A piece without `=` is a key with an empty value. Never throws.
 */
export function readForm(text: string): Params {
  const params: Param[] = [];
  const broken = new Set<string>();
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const at = piece.indexOf('=');
    const key = decodeKey(at < 0 ? piece : piece.slice(0, at));
    const value = decode(at < 0 ? '' : piece.slice(at + 1));
    params.push({ key: key.text, value: value.text });
    if (key.isBroken || value.isBroken) broken.add(key.text);
  }
  const damage = Array.from(broken, (key) => `"${key}" holds a broken percent escape; it is kept as written`);
  return { params, damage };
}

/** Writes pairs as an urlencoded body; the inverse of `readForm`. */
export function writeForm(params: readonly Param[]): string {
  return params.map(({ key, value }) => `${encode(key)}=${encode(value)}`).join('&');
}

/** Percent-encodes; a lone surrogate, which has no UTF-8 form, becomes U+FFFD instead of an error. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(piece: string): ReturnType<typeof decodePercent> {
  const text = piece.includes('+') ? piece.replaceAll('+', ' ') : piece;
  return text.includes('%') ? decodePercent(text) : { text: copied(text), isBroken: false };
}

/** A piece of a text keeps the whole text in memory, for as long as an event holds the piece; what is decoded does not. */
function copied(text: string): string {
  return text.length < shortestPiece ? text : decodeURIComponent(text);
}

/** V8 copies shorter pieces by itself. */
const shortestPiece = 13;

/** A session has few names of parameters, and each call has most of them. */
const decodeKey = remembering(decode);
