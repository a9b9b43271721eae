/** The orders of the shop beside what was reported: which sale stands for which order. Sleeps until orders are given. */
import type { InputId } from '../../model/fact.ts';
import type { Order } from '../../model/order.ts';
import type { OrderSign } from '../../model/sign.ts';
import type { SessionView } from '../rule.ts';
import type { News } from '../session-rule.ts';
import { type Entry, entryKey, isDue, pairsOf, tellEntry } from './entry.ts';
import { createExplainedSales } from './explained-sales.ts';
import { createInputSpans } from './input-spans.ts';
import { createLikelyMatches } from './likely-matches.ts';
import { createNamedSales } from './named-sales.ts';
import { createOrderClock } from './order-clock.ts';
import { createOrderCoverage } from './order-coverage.ts';
import { createOrderTimes } from './order-times.ts';
import { createStandingSales } from './standing-sales.ts';
import { createZoneShifts } from './zone-shifts.ts';

/** An order as measures see it. */
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

/** An order as rules see it: whether a pair stands for it, however many do. */
export type OrderStanding = Omit<OrderAccount, 'pairs'> & { isReported: boolean };

export type OrderBook = {
  /** Takes the news in; returns the pairs of which another thing may be said now. */
  take(news: News, session: SessionView): Iterable<string>;
  /** Keys of the orders that changed in the last step. */
  changed(): Iterable<string>;
  standing(key: string): OrderStanding | null;
  accounts(): OrderAccount[];
  /**
   * The one order that the pair names by its number, and whether a pair of another dataset names it and agrees with it;
   * null where it names none or several.
   */
  namedBy(pairKey: string): { order: Order; isAgreedElsewhere: boolean } | null;
  /** A sale within the time of the orders that none of them explains. */
  isUnexplained(pairKey: string): boolean;
};

export function createOrderBook(): OrderBook {
  const entries = new Map<string, Entry>();
  const exports = new Set<InputId>();
  const zones = createZoneShifts();
  const clock = createOrderClock(zones);
  const named = createNamedSales(zones);
  const likely = createLikelyMatches();
  const spans = createInputSpans();
  const times = createOrderTimes();
  const coverage = createOrderCoverage(spans, times);
  const standing = createStandingSales(coverage);
  const explained = createExplainedSales();
  let fresh = new Set<string>();

  function take(news: News, session: SessionView): Iterable<string> {
    const given = news.signs.filter((sign) => sign.kind === 'order');
    fresh = new Set();
    if (entries.size + given.length === 0) return [];
    const all = entries.size > 0 ? news : { ...news, events: session.events(), pairs: session.pairs() };
    spans.take(all.events);
    const sales = named.take({ pairs: all.pairs, removed: news.removedPairs }, session);
    const told = given.map(place);
    addAll(sales, told.flatMap(named.putOrder));
    const orders = new Set([...told, ...named.match(sales)]);
    timeOrders(orders);
    for (const entry of orders) likely.putOrder(entry);
    for (const key of sales) likely.putSale(key, named.nameless(key));
    const matched = likely.changes();
    for (const key of new Set([...sales, ...matched.sales])) settleSale(key);
    for (const entry of orders) coverage.touch(entry);
    for (const entry of [...orders, ...matched.entries, ...coverage.settle()]) fresh.add(entry.key);
    addAll(sales, [...explained.settle(), ...standing.changes()]);
    return sales;
  }

  function place(sign: OrderSign): Entry {
    const entry = tellEntry(entries.get(entryKey(sign.order)), sign);
    entries.set(entry.key, entry);
    exports.add(entry.input);
    clock.put(entry);
    return entry;
  }

  /** Adds the orders of which the time is understood otherwise now, and says how far each export reaches. */
  function timeOrders(orders: Set<Entry>): void {
    for (const entry of clock.settle()) {
      times.put(entry);
      orders.add(entry);
    }
    for (const input of exports) explained.setSpan(input, times.spanOf(input));
  }

  function settleSale(key: string): void {
    const sale = named.sale(key);
    const standsFor = { named: named.ordersOf(key), likely: likely.orderOf(key) };
    explained.put(key, sale, standsFor.named.length > 0 || standsFor.likely !== null);
    standing.put(key, sale, standsFor);
  }

  return {
    take,
    changed: () => fresh,
    standing: (key) => standingOf(entries.get(key)),
    accounts: () => [...entries.values()].map(accountOf),
    namedBy(pairKey) {
      const [entry, another] = named.ordersOf(pairKey);
      const sale = named.sale(pairKey);
      if (entry === undefined || another !== undefined || sale === null) return null;
      return { order: entry.order, isAgreedElsewhere: standing.isAgreedElsewhere(entry, sale.datasetId) };
    },
    isUnexplained: explained.isUnexplained,
  };
}

function addAll<T>(set: Set<T>, items: Iterable<T>): void {
  for (const item of items) set.add(item);
}

function accountOf(entry: Entry): OrderAccount {
  const { order, isCovered, isContested } = entry;
  return { order, pairs: pairsOf(entry).sort(), isDue: isDue(entry), isCovered, isContested };
}

function standingOf(entry: Entry | undefined): OrderStanding | null {
  if (entry === undefined) return null;
  const { order, isCovered, isContested, named, likely } = entry;
  return { order, isReported: named.size > 0 || likely !== null, isDue: isDue(entry), isCovered, isContested };
}
