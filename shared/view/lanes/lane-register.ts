/** Who is who in the lanes: entries by id and in order, and from where on the layout has to be done again. */

import { insertSorted, lowerBound, removeSorted } from '../../model/sorted.ts';
import { compareEntries, type LaneEntry } from './lane-entry.ts';

export type LaneRegister = {
  /** In the order of the axis, as of the last `settle`. */
  entries: readonly LaneEntry[];
  moments: readonly LaneEntry[];
  find(id: string): LaneEntry | null;
  /** Adds it, or changes the one of the same id; returns the one that is kept. */
  put(entry: LaneEntry): LaneEntry;
  remove(entry: LaneEntry): void;
  /** It looks different, and stays where it is. */
  touch(entry: LaneEntry): void;
  touchAll(): void;
  /** Puts what is new in its place. Returns the first index whose column may have changed, and whose count may have. */
  settle(): { movedFrom: number; changedFrom: number };
};

export function createLaneRegister(): LaneRegister {
  const entries: LaneEntry[] = [];
  const moments: LaneEntry[] = [];
  const byId = new Map<string, LaneEntry>();
  let fresh = new Set<LaneEntry>();
  let movedFrom = 0;
  let changedFrom = 0;

  const takeOut = (entry: LaneEntry) => {
    if (fresh.delete(entry)) return;
    movedFrom = Math.min(movedFrom, removeSorted(entries, entry, compareEntries));
    if (entry.lane === 'axis') removeSorted(moments, entry, compareEntries);
    entry.column = -1;
  };
  const touch = (entry: LaneEntry) => {
    if (entry.column >= 0) changedFrom = Math.min(changedFrom, lowerBound(entries, entry, compareEntries));
  };

  return {
    entries,
    moments,
    find: (id) => byId.get(id) ?? null,
    put(entry) {
      const known = byId.get(entry.id);
      if (known === undefined) {
        byId.set(entry.id, entry);
        fresh.add(entry);
        return entry;
      }
      const { at, name, look, moment } = entry;
      if (known.at !== at) {
        takeOut(known);
        fresh.add(known);
      } else touch(known);
      Object.assign(known, { at, name, look, moment });
      return known;
    },
    remove(entry) {
      byId.delete(entry.id);
      takeOut(entry);
    },
    touch,
    touchAll() {
      changedFrom = 0;
    },
    settle() {
      const added = [...fresh];
      fresh = new Set();
      movedFrom = Math.min(movedFrom, insertSorted(entries, added, compareEntries));
      insertSorted(
        moments,
        added.filter((entry) => entry.lane === 'axis'),
        compareEntries,
      );
      const result = { movedFrom, changedFrom };
      movedFrom = entries.length;
      changedFrom = entries.length;
      return result;
    },
  };
}
