/** Sales and the orders that they name by number, kept up to date as both come, change and go. */
import type { InputId, TimeMs } from '../../model/fact.ts';
import type { Pair } from '../../model/pair.ts';
import type { SessionView } from '../rule.ts';
import type { Entry } from './entry.ts';
import { createNumberMatches } from './number-matches.ts';
import { type Purchase, readPurchase } from './purchase.ts';
import { createZoneShifts } from './zone-shifts.ts';

export type NamedSales = {
  /** Adds, replaces and removes the sales of pairs; returns those that came, changed or went. */
  take(changes: { pairs: Iterable<Pair>; removed: readonly string[] }, session: SessionView): Set<string>;
  /** Adds an order, or replaces it; returns the sales that may name it. */
  putOrder(entry: Entry): string[];
  /** Finds anew which orders the sales name; returns those that they name or named. */
  match(keys: Iterable<string>): Entry[];
  sale(key: string): Purchase | null;
  keys(): Iterable<string>;
  ordersOf(key: string): readonly Entry[];
  /** Sales that tell no order number at all. */
  nameless(): Purchase[];
  /** An order's time, held beside events; null where it is not known well enough. */
  timeOf(entry: Entry): TimeMs | null;
};

export function createNamedSales(): NamedSales {
  const sales = new Map<string, Purchase>();
  const named = new Map<string, readonly Entry[]>();
  const nameless = new Map<string, Purchase>();
  const matches = createNumberMatches();
  const zones = createZoneShifts();

  function remove(key: string): boolean {
    if (!sales.delete(key)) return false;
    matches.removePurchase(key);
    return true;
  }

  function put(pair: Pair, session: SessionView): boolean {
    const wasThere = remove(pair.key);
    const sale = readPurchase(pair, session);
    if (sale === null) return wasThere;
    sales.set(sale.key, sale);
    matches.putPurchase(sale);
    return true;
  }

  function match(key: string): Entry[] {
    const sale = sales.get(key) ?? null;
    const before = named.get(key) ?? [];
    const now = sale === null ? [] : matches.find(sale);
    for (const entry of before) entry.named.delete(key);
    for (const entry of now) entry.named.add(key);
    if (now.length === 0) named.delete(key);
    else named.set(key, now);
    if (sale !== null && now.length + sale.numbers.length === 0) nameless.set(key, sale);
    else nameless.delete(key);
    const { input, gapMs } = zoneGap(sale, now);
    zones.note(key, input, gapMs);
    return [...before, ...now];
  }

  return {
    take({ pairs, removed }, session) {
      const moved = new Set<string>();
      for (const key of removed) if (remove(key)) moved.add(key);
      for (const pair of pairs) if (put(pair, session)) moved.add(pair.key);
      return moved;
    },
    putOrder: matches.putOrder,
    match: (keys) => [...keys].flatMap(match),
    sale: (key) => sales.get(key) ?? null,
    keys: () => sales.keys(),
    ordersOf: (key) => named.get(key) ?? [],
    nameless: () => [...nameless.values()],
    timeOf({ order: { at, timing }, input }) {
      if (at === null || timing === 'day') return null;
      const shift = timing === 'exact' ? 0 : zones.of(input);
      return shift === null ? null : at + shift;
    },
  };
}

/** How far the sale lies behind its order's time, where that time tells no zone. */
function zoneGap(sale: Purchase | null, [entry, another]: readonly Entry[]): { input: InputId; gapMs: number | null } {
  const at = entry?.order.timing === 'zone-assumed' && another === undefined ? entry.order.at : null;
  return { input: entry?.input ?? 0, gapMs: sale === null || at === null ? null : sale.at - at };
}
