/** The order in which pairs are listed: by time, newest last, then by key so that it never wavers. */
import type { Pair } from '../model/pair.ts';

export function pairsInOrder(pairs: Iterable<Pair>): Pair[] {
  return [...pairs].sort((a, b) => a.at - b.at || compareText(a.key, b.key));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
