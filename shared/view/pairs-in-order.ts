/** The order in which pairs are listed: by time, newest last, then by number so that it never wavers. */
import type { Pair } from '../model/pair.ts';
import { compareIds } from '../pair/unit.ts';

export function pairsInOrder(pairs: Iterable<Pair>): Pair[] {
  return [...pairs].sort(comparePairs);
}

/** As for sort. */
export function comparePairs(a: Pair, b: Pair): number {
  return a.at - b.at || compareIds(firstOf(a), firstOf(b));
}

/** A pair's key names its first event: `pair-b3` sorts like `b3`. */
function firstOf({ key }: Pair): string {
  return key.replace('pair-', '');
}
