/** Keeps the picture of the lanes as rows come in: entries in order, pairs, links; laid out again where they changed. */
import type { Pair } from '../../model/pair.ts';
import type { Moment } from '../moments.ts';
import type { EventRow } from '../rows.ts';
import { entryOfMoment } from './entries-of-rows.ts';
import type { LaneEntry, LanePair } from './lane-entry.ts';
import { emptyLayout, type LaneLayout, recount, updateLayout } from './lane-layout.ts';
import { createLanePairs, type LanePairs } from './lane-pairs.ts';
import { createLaneRegister, type LaneRegister } from './lane-register.ts';
import { createLaneSight } from './lane-sight.ts';

/** What came or changed; the same names as in a push. */
export type LaneNews = {
  events: Iterable<EventRow>;
  pairs: Iterable<Pair>;
  removedPairs: readonly string[];
};

export type LaneBook = Pick<LaneRegister, 'entries' | 'moments'> &
  Pick<LanePairs, 'links' | 'tails'> & {
    take(news: LaneNews): void;
    /** All of them: what is left out goes. */
    setMoments(moments: readonly Moment[]): void;
    /** Fades all others; null where nothing is filtered. */
    keepInSight(pairs: readonly Pair[] | null): void;
    /** Brings the layout up to date; the same object each time, changed in place. */
    layout(): LaneLayout;
    pair(key: string): LanePair | null;
  };

export function createLaneBook(): LaneBook {
  const register = createLaneRegister();
  const sight = createLaneSight();
  const pairs = createLanePairs(register, sight);
  const layout = emptyLayout();
  let moments = new Set<LaneEntry>();
  let isStale = true;

  return {
    entries: register.entries,
    moments: register.moments,
    links: pairs.links,
    tails: pairs.tails,
    pair: (key) => pairs.all.get(key) ?? null,
    take(news) {
      isStale = true;
      for (const row of news.events) pairs.putEvent(row);
      for (const key of news.removedPairs) pairs.dropPair(key);
      for (const pair of news.pairs) pairs.putPair(pair);
    },
    setMoments(all) {
      isStale = true;
      const kept = new Set(all.map((moment) => register.put(entryOfMoment(moment))));
      for (const entry of moments) if (!kept.has(entry)) register.remove(entry);
      moments = kept;
    },
    keepInSight(visible) {
      const changed = sight.change(visible);
      if (changed === null) return;
      isStale = true;
      pairs.lookAgain(changed);
    },
    layout() {
      if (!isStale) return layout;
      isStale = false;
      const { movedFrom, changedFrom } = register.settle();
      const { entries } = register;
      const wasLonger = (layout.firstEntry[layout.axis.size] ?? 0) > entries.length;
      let from = Number.POSITIVE_INFINITY;
      if (movedFrom < entries.length || wasLonger) {
        from = updateLayout(layout, entries, Math.min(movedFrom, changedFrom));
      } else if (changedFrom < entries.length) recount(layout, entries, changedFrom);
      pairs.links.update(layout.axis, from);
      pairs.tails.update(layout.axis, from);
      return layout;
    },
  };
}
