/** Findings under the key of their pair; those about a stream or a request under each of their events. */
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';

export type FindingTable = {
  put(finding: Finding): void;
  /** Returns what was under that key. */
  drop(key: string): Finding | null;
  of(pair: Pair): readonly Finding[];
};

const none: readonly Finding[] = [];

export function createFindingTable(): FindingTable {
  const byKey = new Map<string, Finding>();
  const byPair = new Map<string, Finding[]>();
  const byEvent = new Map<string, Finding[]>();

  const placesOf = ({ pair, events }: Finding): [Map<string, Finding[]>, string][] =>
    pair !== null ? [[byPair, pair]] : events.map((id) => [byEvent, id]);

  return {
    put(finding) {
      byKey.set(finding.key, finding);
      for (const [table, place] of placesOf(finding)) table.set(place, [...(table.get(place) ?? none), finding]);
    },
    drop(key) {
      const finding = byKey.get(key);
      if (finding === undefined) return null;
      byKey.delete(key);
      for (const [table, place] of placesOf(finding)) {
        const left = (table.get(place) ?? none).filter((each) => each !== finding);
        if (left.length === 0) table.delete(place);
        else table.set(place, left);
      }
      return finding;
    },
    of: (pair) => {
      const own = byPair.get(pair.key) ?? none;
      if (byEvent.size === 0) return own;
      const others = [...pair.browser, ...pair.server].flatMap((id) => byEvent.get(id) ?? none);
      return others.length === 0 ? own : [...own, ...others];
    },
  };
}
