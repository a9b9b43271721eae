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

/** `67%` of a share from 0 to 1, the same for every reader, as reports write it; a dash where there is too little to judge. */
export function shareWords(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)}%`;
}
