/** The orders of the shop beside what was reported: which sale stands for which order. Sleeps until orders are given. */
import type { InputId } from '../../model/fact.ts';
import type { Order } from '../../model/order.ts';
import type { Pair } from '../../model/pair.ts';
import type { SessionView } from '../rule.ts';
import type { News } from '../session-rule.ts';
import { type Entry, entryKey, isDue, newEntry, pairsOf } from './entry.ts';
import { createExplainedSales } from './explained-sales.ts';
import { createInputSpans } from './input-spans.ts';
import { matchLikely } from './likely-matches.ts';
import { createNumberMatches } from './number-matches.ts';
import { coverOrders } from './order-coverage.ts';
import { type Purchase, readPurchase } from './purchase.ts';
import { createZoneShifts } from './zone-shifts.ts';

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
  const purchases = new Map<string, Purchase>();
  const namedOrders = new Map<string, readonly Entry[]>();
  /** Sales that tell no order number at all. */
  const nameless = new Map<string, Purchase>();
  const matches = createNumberMatches();
  const zones = createZoneShifts();
  const spans = createInputSpans();
  const sales = createExplainedSales();
  let fresh = new Set<string>();

  function take(news: News, session: SessionView): Iterable<string> {
    const given = news.signs.filter((sign) => sign.kind === 'order');
    const wasAsleep = entries.size === 0;
    fresh = new Set();
    if (wasAsleep && given.length === 0) return [];
    let hasGrown = false;
    for (const event of wasAsleep ? session.events() : news.events) hasGrown = spans.take(event) || hasGrown;

    const moved = new Set<string>();
    for (const key of news.removedPairs) forget(key, moved);
    for (const pair of wasAsleep ? session.pairs() : news.pairs) learn(pair, { session, moved });
    for (const { order, input } of given) for (const key of place(order, input)) moved.add(key);
    for (const key of moved) rename(key);
    if (hasGrown || moved.size + given.length > 0) settle(moved);
    return [...moved].flatMap(withOthers);
  }

  function learn(pair: Pair, { session, moved }: { session: SessionView; moved: Set<string> }): void {
    forget(pair.key, moved);
    const purchase = readPurchase(pair, session);
    if (purchase === null) return;
    purchases.set(purchase.key, purchase);
    matches.putPurchase(purchase);
    moved.add(purchase.key);
  }

  function forget(key: string, moved: Set<string>): void {
    if (!purchases.delete(key)) return;
    matches.removePurchase(key);
    moved.add(key);
  }

  /** The later of two exports that tell one order knows better what became of it. */
  function place(order: Order, input: InputId): Iterable<string> {
    const known = entries.get(entryKey(order));
    const entry = known ?? newEntry(order, input);
    entries.set(entry.key, entry);
    if (input >= entry.input) Object.assign(entry, { order, input });
    fresh.add(entry.key);
    return matches.putOrder(entry);
  }

  function rename(key: string): void {
    const purchase = purchases.get(key) ?? null;
    const now = purchase === null ? [] : matches.find(purchase);
    for (const entry of namedOrders.get(key) ?? []) {
      entry.named.delete(key);
      fresh.add(entry.key);
    }
    for (const entry of now) {
      entry.named.add(key);
      fresh.add(entry.key);
    }
    if (now.length === 0) namedOrders.delete(key);
    else namedOrders.set(key, now);
    if (purchase !== null && now.length === 0 && purchase.numbers.length === 0) nameless.set(key, purchase);
    else nameless.delete(key);
    noteZone(key, purchase, now);
  }

  function noteZone(key: string, purchase: Purchase | null, [entry, another]: readonly Entry[]): void {
    const at = entry?.order.timing === 'zone-assumed' && another === undefined ? entry.order.at : null;
    zones.note(key, entry?.input ?? 0, purchase === null || at === null ? null : purchase.at - at);
  }

  /** What depends on all orders together. */
  function settle(moved: Set<string>): void {
    const all = [...entries.values()];
    for (const entry of all) entry.time = timeOf(entry);
    const likelyBefore = likelyOf(all);
    const rematched = matchLikely(all, [...nameless.values()]);
    const likely = likelyOf(all);
    for (const key of [...likely, ...likelyBefore]) if (likely.has(key) !== likelyBefore.has(key)) moved.add(key);
    const covered = coverOrders({ entries: all, spans, purchase: (key) => purchases.get(key) ?? null });
    for (const { key } of [...rematched, ...covered]) fresh.add(key);
    for (const key of sales.setSpans(all) ? [...purchases.keys()] : [...moved]) explain(key, { moved, likely });
  }

  function timeOf({ order: { at, timing }, input }: Entry): number | null {
    if (at === null || timing === 'day') return null;
    if (timing === 'exact') return at;
    const shift = zones.of(input);
    return shift === null ? null : at + shift;
  }

  function explain(key: string, { moved, likely }: { moved: Set<string>; likely: ReadonlySet<string> }): void {
    const purchase = purchases.get(key);
    const left = sales.remove(key);
    const joined = purchase === undefined ? null : sales.put(purchase, namedOrders.has(key) || likely.has(key));
    moved.add(key);
    for (const dataset of [left, joined]) {
      if (dataset !== null) for (const other of sales.unexplainedOf(dataset)) moved.add(other);
    }
  }

  /** What is said of a sale looks at the other sales of its order. */
  function withOthers(key: string): string[] {
    return [key, ...(namedOrders.get(key) ?? []).flatMap(({ named }) => [...named])];
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
      const [entry, another] = namedOrders.get(pairKey) ?? [];
      if (entry === undefined || another !== undefined) return null;
      return { order: entry.order, others: [...entry.named].filter((key) => key !== pairKey) };
    },
    isUnexplained: sales.isUnexplained,
  };
}

function likelyOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.flatMap(({ likely }) => likely ?? []));
}

function accountOf(entry: Entry): OrderAccount {
  const { order, isCovered, isContested } = entry;
  return { order, pairs: pairsOf(entry).sort(), isDue: isDue(entry), isCovered, isContested };
}
