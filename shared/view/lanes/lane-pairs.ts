/** Ties entries to their pairs: grade, lines, tails. */
import type { Pair } from '../../model/pair.ts';
import type { EventRow } from '../rows.ts';
import { arrivalOf, entryOfEvent } from './entries-of-rows.ts';
import { gradeOf, type LaneEntry, type LaneLink, type LanePair, type LaneTail } from './lane-entry.ts';
import type { LaneRegister } from './lane-register.ts';
import type { LaneSight } from './lane-sight.ts';
import { linksOfPair } from './links-of-pair.ts';
import { createSpanIndex, type SpanIndex } from './span-index.ts';

export type LanePairs = {
  links: SpanIndex<LaneLink>;
  tails: SpanIndex<LaneTail>;
  all: ReadonlyMap<string, LanePair>;
  putEvent(row: EventRow): void;
  putPair(pair: Pair): void;
  dropPair(key: string): void;
  /** The filter left others in sight: of these pairs, or of all. */
  lookAgain(keys: ReadonlySet<string> | 'all'): void;
};

export function createLanePairs(register: LaneRegister, sight: Pick<LaneSight, 'has'>): LanePairs {
  const pairs = new Map<string, LanePair>();
  const links = createSpanIndex<LaneLink>();
  const tails = createSpanIndex<LaneTail>();

  const dropPair = (key: string) => {
    const old = pairs.get(key);
    if (old === undefined) return;
    pairs.delete(key);
    links.drop(old.links);
    for (const entry of old.entries) if (entry.pair === old) tie(entry, null);
  };
  const tie = (entry: LaneEntry, pair: LanePair | null) => {
    entry.pair = pair;
    entry.grade = pair === null || entry.look === 'quiet' ? 'quiet' : gradeOf[pair.pair.verdict];
    register.touch(entry);
  };

  return {
    links,
    tails,
    all: pairs,
    dropPair,
    putEvent(row) {
      const entry = register.put(entryOfEvent(row));
      tie(entry, entry.pair);
      const arrival = arrivalOf(row);
      if (entry.tail !== null) {
        tails.drop([entry.tail]);
        if (arrival === null) register.remove(entry.tail.to);
      }
      entry.tail = arrival && { from: entry, to: register.put(arrival), isAlive: true, delayMs: arrival.at - row.at };
      if (entry.tail !== null) tails.add([entry.tail]);
    },
    putPair(pair) {
      const isInSight = sight.has(pair.key);
      dropPair(pair.key);
      const ids = [...pair.browser, ...pair.server];
      const entries = ids.map(register.find).filter((entry) => entry !== null);
      const lanePair: LanePair = { pair, entries, links: [], isInSight };
      for (const entry of entries) tie(entry, lanePair);
      lanePair.links = linksOfPair(lanePair, register.find);
      links.add(lanePair.links);
      pairs.set(pair.key, lanePair);
    },
    lookAgain(keys) {
      if (keys === 'all') {
        for (const [key, pair] of pairs) pair.isInSight = sight.has(key);
        return register.touchAll();
      }
      for (const key of keys) {
        const pair = pairs.get(key);
        if (pair === undefined) continue;
        pair.isInSight = sight.has(key);
        for (const entry of pair.entries) register.touch(entry);
      }
    },
  };
}
