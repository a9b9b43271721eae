/** Which pairs are repeats of which: what is said of a repeat names events of the pair that it repeats. */
import type { Pair } from '../model/pair.ts';
import type { PairChanges } from '../pair/board.ts';

export type RepeatIndex = {
  /** Takes changed pairs in; returns the repeats of all pairs that changed or are gone. */
  take(changes: PairChanges): string[];
};

export function createRepeatIndex(): RepeatIndex {
  const repeats = new Map<string, Set<string>>();
  const firstOf = new Map<string, string>();

  function forget(key: string): void {
    const first = firstOf.get(key);
    if (first === undefined) return;
    firstOf.delete(key);
    repeats.get(first)?.delete(key);
  }

  function remember({ key, repeatOf }: Pair): void {
    forget(key);
    if (repeatOf === null) return;
    firstOf.set(key, repeatOf);
    repeats.set(repeatOf, (repeats.get(repeatOf) ?? new Set()).add(key));
  }

  return {
    take({ upserted, removed }) {
      for (const key of removed) forget(key);
      for (const pair of upserted) remember(pair);
      if (repeats.size === 0) return [];
      const changed = [...removed, ...upserted.map(({ key }) => key)];
      return changed.flatMap((key) => [...(repeats.get(key) ?? [])]);
    },
  };
}
