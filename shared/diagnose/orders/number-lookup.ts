/** Things by their numbers, found by a text that may be the same number: few are looked at, however many share a part. */
import { numberKeys } from './order-numbers.ts';

export type NumberLookup<T> = {
  /** Adds or replaces. */
  put(name: string, item: T, texts: readonly string[]): void;
  remove(name: string): void;
  /** All that may be the text, and a few others; they prove nothing. */
  near(text: string): Set<T>;
};

type Shelf<T> = Map<string, Map<string, T>>;

/**
 * `2026-1001` and `2026-1002` share their year, and so may all orders of a shop. A thing lies therefore by the rarest of
 * its numbers where a longer text finds it, and by all of them where a shorter one does, which looks at its own rarest.
 */
export function createNumberLookup<T>(): NumberLookup<T> {
  const byForm: Shelf<T> = new Map();
  const byRarest: Shelf<T> = new Map();
  const byRun: Shelf<T> = new Map();
  const placesOf = new Map<string, [shelf: Shelf<T>, key: string][]>();

  const rarest = (shelf: Shelf<T>, telling: readonly string[]) =>
    telling.reduce((best, run) => ((shelf.get(run)?.size ?? 0) < (shelf.get(best)?.size ?? 0) ? run : best));

  /** The places to look at, or to be put to, on a shelf of which one telling number is enough. */
  function keysOn(shelf: Shelf<T>, { runs, telling }: ReturnType<typeof numberKeys>): readonly string[] {
    return telling.length === 0 ? runs : [rarest(shelf, telling)];
  }

  function remove(name: string): void {
    for (const [shelf, key] of placesOf.get(name) ?? []) {
      const group = shelf.get(key);
      group?.delete(name);
      if (group?.size === 0) shelf.delete(key);
    }
    placesOf.delete(name);
  }

  return {
    put(name, item, texts) {
      remove(name);
      const places: [Shelf<T>, string][] = [];
      for (const text of texts) {
        const keys = numberKeys(text);
        places.push([byForm, keys.form]);
        for (const run of keysOn(byRarest, keys)) places.push([byRarest, run]);
        for (const run of keys.runs) places.push([byRun, run]);
      }
      for (const [shelf, key] of places) shelf.set(key, (shelf.get(key) ?? new Map()).set(name, item));
      placesOf.set(name, places);
    },
    remove,
    near(text) {
      const keys = numberKeys(text);
      const found = new Set<T>(byForm.get(keys.form)?.values());
      for (const run of keys.runs) for (const item of byRarest.get(run)?.values() ?? []) found.add(item);
      for (const run of keysOn(byRun, keys)) for (const item of byRun.get(run)?.values() ?? []) found.add(item);
      return found;
    },
  };
}
