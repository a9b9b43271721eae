/** What the measures are called, in the order in which they are told. */
import type { Scores } from '../report/report.ts';

export const measureWords: Record<keyof Scores, string> = {
  completeness: 'Completeness',
  count: 'Counted once',
  deduplication: 'Deduplication',
  consistency: 'Consistency',
  matchKeys: 'Match keys',
  freshness: 'Freshness',
};
