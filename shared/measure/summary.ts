/** What Meta would count against what happened, in total and by event name. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { ReportSummary } from '../report/report.ts';
import { createRunningSummary } from './running-summary.ts';

export type Counted = {
  events: readonly TrackedEvent[];
  pairs: readonly Pair[];
  findings: readonly Finding[];
  /** The orders that the shop exported; empty or left out where it did not. */
  orders?: readonly OrderAccount[];
};

/** Copies and automatic events are in no number. Orders are those given, else distinct order numbers that pairs carry. */
export function summarize({ events, pairs, findings, orders = [] }: Counted): ReportSummary {
  const summary = createRunningSummary();
  summary.take({ events, pairs, removedPairs: [], findings, removedFindings: [] });
  return summary.now(orders);
}
