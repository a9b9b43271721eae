/** The order in which pairs are listed: by time, newest last, then by number so that it never wavers. */
import type { Pair } from '../model/pair.ts';
import { compareIds } from '../pair/unit.ts';

export function pairsInOrder(pairs: Iterable<Pair>): Pair[] {
  return [...pairs].sort(compare);
}

/** The order after a change, in one pass: `left` are keys of pairs that go or come again changed. */
export function mergedInOrder(before: readonly Pair[], left: ReadonlySet<string>, added: Iterable<Pair>): Pair[] {
  const news = pairsInOrder(added);
  const merged: Pair[] = [];
  let next = 0;
  for (const pair of before) {
    if (left.has(pair.key)) continue;
    for (let added = news[next]; added !== undefined && compare(added, pair) < 0; added = news[next]) {
      merged.push(added);
      next += 1;
    }
    merged.push(pair);
  }
  for (const pair of news.slice(next)) merged.push(pair);
  return merged;
}

function compare(a: Pair, b: Pair): number {
  return a.at - b.at || compareIds(firstOf(a), firstOf(b));
}

/** A pair's key names its first event: `pair-b3` sorts like `b3`. */
function firstOf({ key }: Pair): string {
  return key.replace('pair-', '');
}
