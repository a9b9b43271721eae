/** `--filter`, `--since` and `--until`: keeps the pairs that are asked for, with their events and findings. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import { keepPairs } from '../filter/pair-filter.ts';
import { everything, type FilterNode } from '../filter/query.ts';
import type { Finding } from '../model/finding.ts';
import type { ReportSource } from '../report/build-report.ts';
import { eventRow } from './rows.ts';

/** `since` and `until`: when the pair began, ms since the epoch, both included. */
export type Narrowing = {
  filter: { text: string; query: FilterNode } | null;
  since: number | null;
  until: number | null;
};

/** Pairing and diagnosis have seen everything; only what is shown gets less. Events outside pairs stay without a filter. */
export function narrow(source: ReportSource, { filter, since, until }: Narrowing): ReportSource {
  if (filter === null && since === null && until === null) return source;
  const rows = {
    pairs: source.pairs.filter(({ at }) => at >= (since ?? -Infinity) && at <= (until ?? Infinity)),
    events: new Map(source.events.map((event) => [event.id, eventRow(event)])),
    findings: new Map(source.findings.map((finding) => [finding.key, finding])),
  };
  const pairs = keepPairs(rows, filter?.query ?? everything);
  const ids = new Set<string>(pairs.flatMap(({ browser, server }) => [...browser, ...server]));
  const keys = new Set(pairs.map(({ key }) => key));
  const isKept = ({ pair, events }: Finding) => (pair === null ? events.some((id) => ids.has(id)) : keys.has(pair));
  const isInTime = (at: number) => at >= (since ?? -Infinity) && at <= (until ?? Infinity);
  const isOrderKept = ({ order, pairs: sales }: OrderAccount) =>
    sales.some((key) => keys.has(key)) || (filter === null && sales.length === 0 && isInTime(order.at ?? Number.NaN));
  return {
    ...source,
    pairs,
    events: source.events.filter(({ id }) => ids.has(id)),
    findings: source.findings.filter(isKept),
    ...(source.orders && { orders: source.orders.filter(isOrderKept) }),
    narrowing: { filter: filter?.text ?? null, since, until },
  };
}
