/** Keeps captured bytes as text without loss, and not more of them than a call of Meta's can need. */
import { isUtf8 } from 'node:buffer';
import type { BodyCharset } from '../../../shared/model/fact.ts';
import { isUnsearchable } from '../decode-body.ts';

/** 2 MB: a batch of 1,000 server events stays far below it. */
export const KEPT_BODY_BYTES = 2 * 1024 * 1024;

export type BodyText = { body: string; bodyCharset: BodyCharset; bodyState: 'whole' | 'cut' };

/** `isWhole` false: the bytes are known to be only the beginning. Nothing is kept of what is no readable text. A character that the limit splits goes whole. */
export function bodyText(bytes: Buffer, isWhole = true): BodyText {
  if (isUnsearchable(bytes)) return { body: '', bodyCharset: 'utf8', bodyState: 'cut' };
  const isCut = bytes.length > KEPT_BODY_BYTES;
  const kept = isCut ? bytes.subarray(0, wholeCharacters(bytes, KEPT_BODY_BYTES)) : bytes;
  const bodyCharset = isUtf8(kept) ? 'utf8' : 'latin1';
  return { body: kept.toString(bodyCharset), bodyCharset, bodyState: isCut || !isWhole ? 'cut' : 'whole' };
}

/** Steps back over at most three continuation bytes of UTF-8. */
function wholeCharacters(bytes: Buffer, limit: number): number {
  for (let end = limit; end > limit - 4; end--) {
    if (((bytes[end] ?? 0) & 0xc0) !== 0x80) return end;
  }
  return limit;
}
