/** Sales and the orders that they name by number, kept up to date as both come, change and go. */
import type { InputId } from '../../model/fact.ts';
import type { Pair } from '../../model/pair.ts';
import type { SessionView } from '../rule.ts';
import type { Entry } from './entry.ts';
import { createNumberMatches } from './number-matches.ts';
import { type Purchase, readPurchase } from './purchase.ts';
import type { ZoneShifts } from './zone-shifts.ts';

export type NamedSales = {
  /** Adds, replaces and removes the sales of pairs; returns those that came, changed or went. */
  take(changes: { pairs: Iterable<Pair>; removed: readonly string[] }, session: SessionView): Set<string>;
  /** Adds an order, or replaces it; returns the sales that may name it. */
  putOrder(entry: Entry): string[];
  /** Finds anew which orders the sales name; returns those that they name or named. */
  match(keys: Iterable<string>): Entry[];
  sale(key: string): Purchase | null;
  ordersOf(key: string): readonly Entry[];
  /** Null where it tells an order number, or is none. */
  nameless(key: string): Purchase | null;
};

export function createNamedSales(zones: Pick<ZoneShifts, 'note'>): NamedSales {
  const sales = new Map<string, Purchase>();
  const named = new Map<string, readonly Entry[]>();
  const matches = createNumberMatches();

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
    ordersOf: (key) => named.get(key) ?? [],
    nameless(key) {
      const sale = sales.get(key) ?? null;
      return sale !== null && !named.has(key) && sale.numbers.length === 0 ? sale : null;
    },
  };
}

/** How far the sale lies behind its order's time, where that time tells no zone. */
function zoneGap(sale: Purchase | null, [entry, another]: readonly Entry[]): { input: InputId; gapMs: number | null } {
  const at = entry?.order.timing === 'zone-assumed' && another === undefined ? entry.order.at : null;
  return { input: entry?.input ?? 0, gapMs: sale === null || at === null ? null : sale.at - at };
}
