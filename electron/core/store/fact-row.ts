/** How one fact lies in a row and comes back: its body as the bytes that were captured, the rest as JSON. */
import type { BodyCharset, Fact } from '../../../shared/model/fact.ts';

/**
 * How `body` holds the text. `utf16le` keeps text that its own charset cannot: half a surrogate pair, which a HAR's
 * JSON can spell, has no UTF-8 bytes, and no text may change by being stored.
 */
type BodyEncoding = BodyCharset | 'utf16le';

/** `head` is the whole fact but for a body; the columns before it repeat parts of it to search by. */
export type FactRow = {
  input: number;
  kind: Fact['kind'];
  /** The call or record that the fact is, or that it answers; null for facts that stand for themselves. */
  key: string | null;
  place: string;
  at: number | null;
  head: string;
  encoding: BodyEncoding | null;
  body: Buffer | null;
};

export type StoredFact = { head: string; encoding: BodyEncoding | null; body: string | Buffer | null };

/** The columns of a StoredFact. SQLite hands a text over several times as fast as bytes. */
export const storedColumns = "head, encoding, CASE encoding WHEN 'utf8' THEN CAST(body AS TEXT) ELSE body END AS body";

/** The row of a fact. Same text out as in, for every string. */
export function rowOf(fact: Fact): FactRow {
  const { input, kind, place } = fact;
  const columns = { input, kind, key: keyOf(fact), place, at: 'at' in fact ? fact.at : null };
  if (!('body' in fact) || fact.body === null) {
    return { ...columns, head: JSON.stringify(fact), encoding: null, body: null };
  }
  const { body, ...head } = fact;
  return {
    ...columns,
    head: JSON.stringify(head),
    ...bytesOf(body, 'bodyCharset' in fact ? fact.bodyCharset : 'utf8'),
  };
}

/** The fact of a row. Throws a SyntaxError where the row was not written by `rowOf`. */
export function factOf(row: StoredFact): Fact {
  const { head, encoding, body } = row;
  const fact = JSON.parse(head);
  if (encoding !== null && body !== null) fact.body = typeof body === 'string' ? body : body.toString(encoding);
  return fact;
}

function keyOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'browser-call':
    case 'server-record':
      return fact.key;
    case 'call-answer':
      return fact.call;
    case 'server-answer':
      return fact.record;
    default:
      return null;
  }
}

function bytesOf(text: string, charset: BodyCharset): { encoding: BodyEncoding; body: Buffer } {
  const body = Buffer.from(text, charset);
  const isLossless = charset === 'utf8' ? text.isWellFormed() : body.toString('latin1') === text;
  return isLossless ? { encoding: charset, body } : { encoding: 'utf16le', body: Buffer.from(text, 'utf16le') };
}
