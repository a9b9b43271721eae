/** The order in which pairs are listed: by time, newest last, then by number so that it never wavers. */
import type { Pair } from '../model/pair.ts';
import { compareIds } from '../pair/unit.ts';
import { lowerBound } from './lanes/sorted.ts';

export function pairsInOrder(pairs: Iterable<Pair>): Pair[] {
  return [...pairs].sort(compare);
}

/**
 * The order after a change: `left` are the pairs of `before` that go or come again changed; those that are not in it are
 * passed over. Only the stretch between the first and the last place that changes is gone through.
 */
export function mergedInOrder(before: readonly Pair[], left: Iterable<Pair>, added: Iterable<Pair>): readonly Pair[] {
  const gone = new Set<Pair>();
  let from = before.length;
  let to = 0;
  const widen = (at: number, end: number) => {
    from = Math.min(from, at);
    to = Math.max(to, end);
  };
  for (const pair of left) {
    const at = indexIn(before, pair);
    if (at === -1) continue;
    gone.add(pair);
    widen(at, at + 1);
  }
  const news = pairsInOrder(added);
  for (const pair of [news[0], news.at(-1)]) {
    if (pair === undefined) continue;
    const at = lowerBound(before, pair, compare);
    widen(at, at);
  }
  if (gone.size === 0 && news.length === 0) return before;
  const merged = before.slice(0, from);
  mergeInto(merged, before.slice(from, to), { gone, news });
  return to >= before.length ? merged : merged.concat(before.slice(to));
}

function mergeInto(
  merged: Pair[],
  stretch: readonly Pair[],
  change: { gone: ReadonlySet<Pair>; news: readonly Pair[] },
) {
  let next = 0;
  for (const pair of stretch) {
    if (change.gone.has(pair)) continue;
    for (let add = change.news[next]; add !== undefined && compare(add, pair) < 0; add = change.news[next]) {
      merged.push(add);
      next += 1;
    }
    merged.push(pair);
  }
  for (; next < change.news.length; next += 1) merged.push(change.news[next] as Pair);
}

/** By its place; one whose key is not a number is looked for. */
function indexIn(pairs: readonly Pair[], pair: Pair): number {
  const at = lowerBound(pairs, pair, compare);
  return pairs[at] === pair ? at : pairs.indexOf(pair);
}

function compare(a: Pair, b: Pair): number {
  return a.at - b.at || compareIds(firstOf(a), firstOf(b));
}

/** A pair's key names its first event: `pair-b3` sorts like `b3`. */
function firstOf({ key }: Pair): string {
  return key.replace('pair-', '');
}
