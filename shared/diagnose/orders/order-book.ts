/** The orders of the shop beside what was reported: which sale stands for which order. Sleeps until orders are given. */
import type { Order } from '../../model/order.ts';
import type { OrderSign } from '../../model/sign.ts';
import type { SessionView } from '../rule.ts';
import type { News } from '../session-rule.ts';
import { type Entry, entryKey, isDue, newEntry, pairsOf } from './entry.ts';
import { createExplainedSales } from './explained-sales.ts';
import { createInputSpans } from './input-spans.ts';
import { matchLikely } from './likely-matches.ts';
import { createNamedSales } from './named-sales.ts';
import { coverOrders } from './order-coverage.ts';

/** An order as rules and measures see it. */
export type OrderAccount = {
  order: Order;
  /** Keys of the pairs that stand for it, by its number, else by amount and time. */
  pairs: string[];
  /** It should be reported to Meta. */
  isDue: boolean;
  /** What was recorded would show it. */
  isCovered: boolean;
  /** Sales without a number may be this order as well as another. */
  isContested: boolean;
};

export type OrderBook = {
  /** Takes the news in; returns the pairs of which another thing may be said now. */
  take(news: News, session: SessionView): Iterable<string>;
  /** Keys of the orders that changed in the last step. */
  changed(): Iterable<string>;
  account(key: string): OrderAccount | null;
  accounts(): OrderAccount[];
  /** The one order that the pair names by its number, and the other pairs that do; null where it names none or several. */
  namedBy(pairKey: string): { order: Order; others: string[] } | null;
  /** A sale within the time of the orders that none of them explains. */
  isUnexplained(pairKey: string): boolean;
};

export function createOrderBook(): OrderBook {
  const entries = new Map<string, Entry>();
  const named = createNamedSales();
  const spans = createInputSpans();
  const sales = createExplainedSales();
  let fresh = new Set<string>();
  let likely = new Set<string>();

  function take(news: News, session: SessionView): Iterable<string> {
    const given = news.signs.filter((sign) => sign.kind === 'order');
    fresh = new Set();
    if (entries.size + given.length === 0) return [];
    const all = entries.size > 0 ? news : { ...news, events: session.events(), pairs: session.pairs() };
    const hasGrown = spans.take(all.events);
    const moved = named.take({ pairs: all.pairs, removed: news.removedPairs }, session);
    for (const key of given.flatMap(place)) moved.add(key);
    const affected = named.match(moved);
    for (const { key } of affected) fresh.add(key);
    if (moved.size + given.length > 0) rematch(moved);
    if (hasGrown || moved.size + given.length > 0) cover();
    // What is said of a sale looks at the other sales of its order.
    for (const key of affected.flatMap((entry) => [...entry.named])) moved.add(key);
    return moved;
  }

  /** The later of two exports that tell one order knows better what became of it. */
  function place({ order, input }: OrderSign): string[] {
    const entry = entries.get(entryKey(order)) ?? newEntry(order, input);
    entries.set(entry.key, entry);
    if (input >= entry.input) Object.assign(entry, { order, input });
    fresh.add(entry.key);
    return named.putOrder(entry);
  }

  /** Sales without a number depend on all orders together, and so does the time that an export covers. */
  function rematch(moved: Set<string>): void {
    const all = [...entries.values()];
    for (const entry of all) entry.time = named.timeOf(entry);
    for (const key of rematchLikely(all)) moved.add(key);
    for (const key of sales.setSpans(all) ? [...named.keys()] : [...moved]) explain(key, moved);
  }

  /** Returns the sales that stand for an order by amount and time now, or no longer do. */
  function rematchLikely(all: readonly Entry[]): string[] {
    const nameless = named.nameless();
    if (nameless.length + likely.size === 0) return [];
    const before = likely;
    for (const { key } of matchLikely(all, nameless)) fresh.add(key);
    likely = new Set(all.flatMap((entry) => entry.likely ?? []));
    return [...likely, ...before].filter((key) => likely.has(key) !== before.has(key));
  }

  function cover(): void {
    for (const { key } of coverOrders({ entries: entries.values(), spans, purchase: named.sale })) fresh.add(key);
  }

  function explain(key: string, moved: Set<string>): void {
    const sale = named.sale(key);
    const left = sales.remove(key);
    const isExplained = named.ordersOf(key).length > 0 || likely.has(key);
    const joined = sale === null ? null : sales.put(sale, isExplained);
    moved.add(key);
    for (const dataset of [left, joined]) {
      if (dataset !== null) for (const other of sales.unexplainedOf(dataset)) moved.add(other);
    }
  }

  return {
    take,
    changed: () => fresh,
    account: (key) => {
      const entry = entries.get(key);
      return entry === undefined ? null : accountOf(entry);
    },
    accounts: () => [...entries.values()].map(accountOf),
    namedBy(pairKey) {
      const [entry, another] = named.ordersOf(pairKey);
      if (entry === undefined || another !== undefined) return null;
      return { order: entry.order, others: [...entry.named].filter((key) => key !== pairKey) };
    },
    isUnexplained: sales.isUnexplained,
  };
}

function accountOf(entry: Entry): OrderAccount {
  const { order, isCovered, isContested } = entry;
  return { order, pairs: pairsOf(entry).sort(), isDue: isDue(entry), isCovered, isContested };
}
