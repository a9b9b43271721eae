/** A stretch of time that has grown, shrunk or moved: where something is in it now that was not, or the other way about. */
import type { Span } from './input-spans.ts';

/** Stretches that hold all that changed, and hardly more: a span that grows by a second gives that second. */
export function changedParts(before: Span | null, now: Span | null): Span[] {
  if (before === null) return now === null ? [] : [now];
  if (now === null) return [before];
  const parts: Span[] = [];
  if (before.first !== now.first) parts.push(between(before.first, now.first));
  if (before.last !== now.last) parts.push(between(before.last, now.last));
  return parts;
}

function between(a: number, b: number): Span {
  return { first: Math.min(a, b), last: Math.max(a, b) };
}
