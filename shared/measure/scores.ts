/** The measures of a report, each with numerator over denominator and a sentence. One pass over events and pairs each. */
import type { Scores } from '../report/report.ts';
import { completeness } from './completeness.ts';
import { consistency } from './consistency.ts';
import { deduplication } from './deduplication.ts';
import { exactlyOnce } from './exactly-once.ts';
import { freshness } from './freshness.ts';
import { matchKeys } from './match-keys.ts';
import type { Counted } from './summary.ts';

/** Pairs are named by their keys. Copies, automatic events and amendments are in no measure. */
export function scoresOf({ events, pairs, orders = [] }: Omit<Counted, 'findings'>): Scores {
  const own = events.filter(({ role }) => role === 'event');
  const byId = new Map(own.map((event) => [event.id as string, event]));
  return {
    completeness: completeness(pairs, byId, orders),
    matchKeys: matchKeys(own),
    consistency: consistency(pairs, byId),
    deduplication: deduplication(own, pairs),
    freshness: freshness(own),
    count: exactlyOnce(pairs),
  };
}
