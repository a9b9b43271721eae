/** A list that stays sorted while it grows and shrinks anywhere: cheap at a million items, in any order of arrival. */
import { firstWhere } from '../../model/sorted.ts';

export type Ordered<T> = {
  readonly size: number;
  add(item: T): void;
  /** Takes out the item that compares equal; nothing happens where there is none. */
  remove(item: T): void;
  /** The last item before `probe`, and the first behind it; null where there is none. */
  before(probe: T): T | null;
  after(probe: T): T | null;
  /** Items from `probe` on, and those before it, the nearest first. The list must not change meanwhile. */
  upFrom(probe: T): Iterable<T>;
  downFrom(probe: T): Iterable<T>;
  /** By place, from 0; null beyond the ends. */
  at(place: number): T | null;
  /** How many items come before `probe`. */
  rank(probe: T): number;
};

/** Chunks are split above this size: small enough to insert into, large enough to be few. */
const maxChunk = 1024;

/** `compare` must tell different items apart: no two are ever equal. */
export function createOrdered<T>(compare: (a: T, b: T) => number): Ordered<T> {
  const chunks: T[][] = [[]];
  let size = 0;

  /** The first place at which an item is not before `probe`: where it stands or would stand. */
  function locate(probe: T): { number: number; index: number } {
    // Most comes in order, and belongs at the end.
    const end = chunks.at(-1) ?? [];
    if (!isBehind(end.at(-1), probe)) return { number: chunks.length - 1, index: end.length };
    const number = firstWhere(chunks.length - 1, (at) => isBehind(chunks[at]?.at(-1), probe));
    const chunk = chunks[number] ?? [];
    return { number, index: firstWhere(chunk.length, (at) => isBehind(chunk[at], probe)) };
  }

  function isBehind(item: T | undefined, probe: T): boolean {
    return item !== undefined && compare(item, probe) >= 0;
  }

  function neighbour(number: number, index: number): T | null {
    const chunk = chunks[number];
    if (chunk === undefined) return null;
    if (index < 0) return chunks[number - 1]?.at(-1) ?? null;
    return chunk[index] ?? chunks[number + 1]?.[0] ?? null;
  }

  return {
    upFrom: (probe) => upFrom(chunks, locate(probe)),
    downFrom: (probe) => downFrom(chunks, locate(probe)),
    get size() {
      return size;
    },
    add(item) {
      const { number, index } = locate(item);
      const chunk = chunks[number] ?? [];
      if (index === chunk.length) chunk.push(item);
      else chunk.splice(index, 0, item);
      size++;
      if (chunk.length > maxChunk) chunks.splice(number + 1, 0, chunk.splice(maxChunk / 2));
    },
    remove(item) {
      const { number, index } = locate(item);
      const chunk = chunks[number] ?? [];
      const found = chunk[index];
      if (found === undefined || compare(found, item) !== 0) return;
      chunk.splice(index, 1);
      size--;
      if (chunk.length === 0 && chunks.length > 1) chunks.splice(number, 1);
    },
    before(probe) {
      const { number, index } = locate(probe);
      return neighbour(number, index - 1);
    },
    after(probe) {
      const { number, index } = locate(probe);
      const found = neighbour(number, index);
      return found !== null && compare(found, probe) === 0 ? neighbour(number, index + 1) : found;
    },
    at(place) {
      let rest = place;
      for (const chunk of chunks) {
        if (rest < chunk.length) return chunk[rest] ?? null;
        rest -= chunk.length;
      }
      return null;
    },
    rank(probe) {
      const { number, index } = locate(probe);
      return chunks.slice(0, number).reduce((sum, chunk) => sum + chunk.length, index);
    },
  };
}

type Place = { number: number; index: number };

function* upFrom<T>(chunks: readonly T[][], { number, index }: Place): Generator<T> {
  for (let at = number; at < chunks.length; at++) {
    const chunk = chunks[at] ?? [];
    for (let item = at === number ? index : 0; item < chunk.length; item++) yield chunk[item] as T;
  }
}

function* downFrom<T>(chunks: readonly T[][], { number, index }: Place): Generator<T> {
  for (let at = number; at >= 0; at--) {
    const chunk = chunks[at] ?? [];
    for (let item = (at === number ? index : chunk.length) - 1; item >= 0; item--) yield chunk[item] as T;
  }
}

/** A time with the name of what happened then: times alone are not different. */
export type Moment = { at: number; key: string };

export function compareMoments(a: Moment, b: Moment): number {
  return a.at - b.at || (a.key < b.key ? -1 : Number(a.key > b.key));
}
