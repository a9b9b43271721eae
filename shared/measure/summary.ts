/** What Meta would count against what happened, in total and by event name. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair, Verdict } from '../model/pair.ts';
import type { EventNameSummary, PairCounts, ReportSummary } from '../report/report.ts';

export type Counted = {
  events: readonly TrackedEvent[];
  pairs: readonly Pair[];
  findings: readonly Finding[];
  /** The orders that the shop exported; empty or left out where it did not. */
  orders?: readonly OrderAccount[];
};

const countOf: Record<Verdict, keyof PairCounts> = {
  deduplicated: 'deduplicated',
  fallback: 'fallback',
  'double-counted': 'doubleCounted',
  'browser-only': 'browserOnly',
  'server-only': 'serverOnly',
};

/** Copies and automatic events are in no number. Orders are those given, else distinct order numbers that events carry. */
export function summarize({ events, pairs, findings, orders: given = [] }: Counted): ReportSummary {
  const own = events.filter(({ role }) => role === 'event');
  const byName = Map.groupBy(own, ({ eventName }) => eventName);
  const named = [...Map.groupBy(pairs, ({ eventName }) => eventName)].sort(([a], [b]) => (a < b ? -1 : 1));
  const severity = (level: Finding['severity']) => findings.filter((finding) => finding.severity === level).length;
  return {
    browserEvents: own.filter(({ side }) => side === 'browser').length,
    serverEvents: own.filter(({ side }) => side === 'server').length,
    orders: given.length > 0 ? given.length : ordersIn(pairs),
    pairs: countVerdicts(pairs),
    countedByMeta: sum(pairs, ({ counted }) => counted),
    distinctActions: sum(pairs, ({ actions, repeatOf }) => (repeatOf === null ? actions : 0)),
    findings: { error: severity('error'), warning: severity('warning'), info: severity('info') },
    byEventName: named.map(([name, mine]) => ofName(name, { own: byName.get(name) ?? [], pairs: mine, given })),
  };
}

type OfOneName = { own: readonly TrackedEvent[]; pairs: readonly Pair[]; given: readonly OrderAccount[] };

function ofName(eventName: string, { own, pairs, given }: OfOneName): EventNameSummary {
  const browser = own.filter(({ side }) => side === 'browser');
  return {
    eventName,
    browserEvents: browser.length,
    serverEvents: own.length - browser.length,
    ...countVerdicts(pairs),
    orders: given.length > 0 ? givenIn(given, pairs) : ordersIn(pairs),
    coverage: coverageOf(browser, pairs),
  };
}

/**
 * Event coverage: the share of counting browser events in a pair that Meta joins by a shared key (Meta's goal for a
 * dataset is 75 % over 7 days). Null where the browser sent none.
 */
function coverageOf(browser: readonly TrackedEvent[], pairs: readonly Pair[]): number | null {
  const counting = new Set(browser.filter(countsAtMeta).map(({ id }) => id));
  const joined = pairs.filter(({ verdict }) => verdict === 'deduplicated' || verdict === 'fallback');
  const covered = sum(joined, (pair) => pair.browser.filter((id) => counting.has(id)).length);
  return counting.size === 0 ? null : round(covered / counting.size);
}

function countVerdicts(pairs: readonly Pair[]): PairCounts {
  const counts: PairCounts = { deduplicated: 0, fallback: 0, doubleCounted: 0, browserOnly: 0, serverOnly: 0 };
  for (const { verdict } of pairs) counts[countOf[verdict]] += 1;
  return counts;
}

function ordersIn(pairs: readonly Pair[]): number {
  return new Set(pairs.flatMap(({ order }) => (order === null ? [] : [order]))).size;
}

/** How many of the orders these pairs stand for. */
function givenIn(given: readonly OrderAccount[], pairs: readonly Pair[]): number {
  const keys = new Set(pairs.map(({ key }) => key));
  return given.filter((order) => order.pairs.some((key) => keys.has(key))).length;
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** Four decimals: enough for a share, and the same text on every machine. */
export function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
