/** The difference between what Meta would count and what happened, and whether a zero may be trusted. */
import type { ReportSummary } from '../report/report.ts';
import { formatCount } from './plural.ts';

export type Headline = { tone: 'good' | 'part' | 'bad'; difference: string; words: string };

/** A zero that comes of one action counted twice and another lost is not right, and says so. */
export function headline(summary: Pick<ReportSummary, 'countedByMeta' | 'distinctActions' | 'pairs'>): Headline {
  const by = summary.countedByMeta - summary.distinctActions;
  if (by > 0) return { tone: 'bad', difference: `+${formatCount(by)}`, words: 'too many' };
  if (by < 0) return { tone: 'bad', difference: `−${formatCount(-by)}`, words: 'too few' };
  if (summary.pairs.doubleCounted > 0)
    return { tone: 'part', difference: '±0', words: 'in sum only: some twice, some lost' };
  return { tone: 'good', difference: '±0', words: 'the count is right' };
}
