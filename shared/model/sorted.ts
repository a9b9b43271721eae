/** Lists that stay sorted while much is appended and little is inserted. */

/** The first number from 0 on for which `holds` is true, by halving: once true it stays true. `count` where it never is. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the first item that does not come before `wanted`. `compare` as for sort. */
export function lowerBound<T>(items: readonly T[], wanted: T, compare: (a: T, b: T) => number): number {
  return firstWhere(items.length, (index) => compare(items[index] as T, wanted) >= 0);
}

/** Puts `fresh` among the sorted `items`; returns the index of the first place that changed. */
export function insertSorted<T>(items: T[], fresh: readonly T[], compare: (a: T, b: T) => number): number {
  const sorted = [...fresh].sort(compare);
  const [first] = sorted;
  if (first === undefined) return items.length;
  const from = lowerBound(items, first, compare);
  const tail = items.splice(from);
  let next = 0;
  for (const item of sorted) {
    for (let old = tail[next]; old !== undefined && compare(old, item) <= 0; old = tail[next]) {
      items.push(old);
      next += 1;
    }
    items.push(item);
  }
  for (; next < tail.length; next += 1) items.push(tail[next] as T);
  return from;
}

/** Takes one item out, found by its order; returns its index, or the length where it was not there. */
export function removeSorted<T>(items: T[], item: T, compare: (a: T, b: T) => number): number {
  const at = lowerBound(items, item, compare);
  if (items[at] !== item) return items.length;
  items.splice(at, 1);
  return at;
}
