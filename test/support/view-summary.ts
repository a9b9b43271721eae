/** Counts a stand-in session the plain way. */
import type { PairCounts, ReportSummary } from '../../shared/report/report.ts';
import type { ViewSession } from './view-session.ts';

export function summaryOf({ events, pairs, findings }: ViewSession): ReportSummary {
  const count = (side: string) => events.filter((event) => event.side === side).length;
  const severity = (name: string) => findings.filter((finding) => finding.severity === name).length;
  const verdict = (name: string) => pairs.filter((pair) => pair.verdict === name).length;
  const counts: PairCounts = {
    deduplicated: verdict('deduplicated'),
    fallback: verdict('fallback'),
    doubleCounted: verdict('double-counted'),
    browserOnly: verdict('browser-only'),
    serverOnly: verdict('server-only'),
  };
  return {
    browserEvents: count('browser'),
    serverEvents: count('server'),
    orders: new Set(pairs.flatMap((pair) => pair.order ?? [])).size,
    pairs: counts,
    countedByMeta: pairs.reduce((sum, pair) => sum + pair.counted, 0),
    distinctActions: pairs.reduce((sum, pair) => sum + pair.actions, 0),
    findings: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    byEventName: [],
  };
}
