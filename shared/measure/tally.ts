/** The counts of a session's summary, in total and by event name, from which a pair can be taken out again. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import type { Severity } from '../model/finding.ts';
import type { Pair, Verdict } from '../model/pair.ts';
import type { EventNameSummary, PairCounts, ReportSummary } from '../report/report.ts';
import { round, sum } from './share.ts';

/** What is counted of one event name, or of all. */
type NameTally = {
  browserEvents: number;
  serverEvents: number;
  /** Browser events that count at Meta, and those of them in a pair that Meta joins by a shared key. */
  counting: number;
  covered: number;
  verdicts: PairCounts;
  pairs: number;
  /** How many pairs carry each order number. */
  orders: Map<string, number>;
};

export type Tally = {
  named(eventName: string): NameTally;
  findings: Record<Severity, number>;
  /** Puts the pair in or takes it out. */
  count(pair: Pair, by: 1 | -1): void;
  summary(orders: readonly OrderAccount[], nameOfPair: (key: string) => string | null): ReportSummary;
};

const countOf: Record<Verdict, keyof PairCounts> = {
  deduplicated: 'deduplicated',
  fallback: 'fallback',
  'double-counted': 'doubleCounted',
  'browser-only': 'browserOnly',
  'server-only': 'serverOnly',
};

export function createTally(): Tally {
  const byName = new Map<string, NameTally>();
  const all = newTally();
  const findings = { error: 0, warning: 0, info: 0 };
  let [countedByMeta, distinctActions] = [0, 0];

  function named(eventName: string): NameTally {
    const row = byName.get(eventName) ?? newTally();
    byName.set(eventName, row);
    return row;
  }

  function count(pair: Pair, by: 1 | -1): void {
    countedByMeta += by * pair.counted;
    if (pair.repeatOf === null) distinctActions += by * pair.actions;
    for (const row of [all, named(pair.eventName)]) countIn(row, pair, by);
  }

  function summary(given: readonly OrderAccount[], nameOfPair: (key: string) => string | null): ReportSummary {
    const rows = [...byName].filter(([, { pairs }]) => pairs > 0).sort(([a], [b]) => (a < b ? -1 : 1));
    const orders = given.length > 0 ? givenByName(given, nameOfPair) : null;
    const sides = [...byName.values()];
    return {
      browserEvents: sum(sides, ({ browserEvents }) => browserEvents),
      serverEvents: sum(sides, ({ serverEvents }) => serverEvents),
      orders: orders === null ? all.orders.size : given.length,
      pairs: { ...all.verdicts },
      countedByMeta,
      distinctActions,
      findings: { ...findings },
      byEventName: rows.map(([name, row]) =>
        ofName(name, row, orders === null ? row.orders.size : (orders.get(name) ?? 0)),
      ),
    };
  }

  return { named, findings, count, summary };
}

function newTally(): NameTally {
  const verdicts = { deduplicated: 0, fallback: 0, doubleCounted: 0, browserOnly: 0, serverOnly: 0 };
  return { browserEvents: 0, serverEvents: 0, counting: 0, covered: 0, verdicts, pairs: 0, orders: new Map() };
}

function countIn(row: NameTally, { verdict, order }: Pair, by: 1 | -1): void {
  row.pairs += by;
  row.verdicts[countOf[verdict]] += by;
  if (order === null) return;
  const carrying = (row.orders.get(order) ?? 0) + by;
  if (carrying > 0) row.orders.set(order, carrying);
  else row.orders.delete(order);
}

/**
 * Event coverage: the share of counting browser events in a pair that Meta joins by a shared key (Meta's goal for a
 * dataset is 75% over 7 days). Null where the browser sent none.
 */
function ofName(eventName: string, row: NameTally, orders: number): EventNameSummary {
  const { browserEvents, serverEvents, verdicts, counting, covered } = row;
  const coverage = counting === 0 ? null : round(covered / counting);
  return { eventName, browserEvents, serverEvents, ...verdicts, orders, coverage };
}

/** How many of the orders the pairs of each event name stand for. */
function givenByName(given: readonly OrderAccount[], nameOfPair: (key: string) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pairs } of given) {
    const names = new Set(pairs.map(nameOfPair));
    for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
