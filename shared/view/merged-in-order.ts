/** A sorted list after a change, made at the cost of the stretch that changes. */
import { lowerBound } from '../model/sorted.ts';

/** `left` go, `added` come; what is in `left` but not in the list is passed over. */
export type ListChange<T> = { left: Iterable<T>; added: Iterable<T> };

/** `before` stays as it is, and comes back where nothing changes. `compare` as for sort, never 0 for two that differ. */
export function mergedInOrder<T>(
  before: readonly T[],
  { left, added }: ListChange<T>,
  compare: (a: T, b: T) => number,
): readonly T[] {
  const gone = new Set<T>();
  let from = before.length;
  let to = 0;
  const widen = (at: number, end: number) => {
    from = Math.min(from, at);
    to = Math.max(to, end);
  };
  for (const item of left) {
    const at = indexInOrder(before, item, compare);
    if (at === -1) continue;
    gone.add(item);
    widen(at, at + 1);
  }
  const news = [...added].sort(compare);
  for (const item of [news[0], news.at(-1)]) {
    if (item === undefined) continue;
    const at = lowerBound(before, item, compare);
    widen(at, at);
  }
  if (gone.size === 0 && news.length === 0) return before;
  const merged = before.slice(0, from);
  mergeInto(merged, { stretch: before.slice(from, to), gone, news }, compare);
  return to >= before.length ? merged : merged.concat(before.slice(to));
}

/** By its place; one that the order cannot place is looked for. −1 where it is not there. */
export function indexInOrder<T>(items: readonly T[], item: T, compare: (a: T, b: T) => number): number {
  const at = lowerBound(items, item, compare);
  if (items[at] === item) return at;
  return Number.isNaN(compare(item, item)) ? items.indexOf(item) : -1;
}

type Stretch<T> = { stretch: readonly T[]; gone: ReadonlySet<T>; news: readonly T[] };

function mergeInto<T>(merged: T[], { stretch, gone, news }: Stretch<T>, compare: (a: T, b: T) => number): void {
  let next = 0;
  for (const item of stretch) {
    if (gone.has(item)) continue;
    for (let add = news[next]; add !== undefined && compare(add, item) < 0; add = news[next]) {
      merged.push(add);
      next += 1;
    }
    merged.push(item);
  }
  for (; next < news.length; next += 1) merged.push(news[next] as T);
}
