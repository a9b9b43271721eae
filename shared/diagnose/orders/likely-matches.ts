/** Sales without an order number, by amount and time: one sale for one order, the nearest first. */
import {
  amountsOfOrder,
  amountsOfSale,
  createByAmount,
  mayBe,
  type OrderMoment,
  ordersNear,
  type SaleMoment,
  salesNear,
} from './by-amount.ts';
import { createContest } from './contest.ts';
import type { Entry } from './entry.ts';
import { createNearestMatches } from './nearest-matches.ts';
import type { Purchase } from './purchase.ts';

export type LikelyMatches = {
  /** Puts the order where its time and the sales that name it leave it now. */
  putOrder(entry: Entry): void;
  /** `purchase` null: the sale is gone, or names an order. */
  putSale(key: string, purchase: Purchase | null): void;
  /** Null where it stands for none. */
  orderOf(saleKey: string): Entry | null;
  /** Orders and sales whose match is another one since the last time this was asked, and a few that only might be. */
  changes(): { entries: Set<Entry>; sales: Set<string> };
};

export function createLikelyMatches(): LikelyMatches {
  const [orders, sales] = [createByAmount<OrderMoment>(amountsOfOrder), createByAmount<SaleMoment>(amountsOfSale)];
  const placedOrders = new Map<string, OrderMoment>();
  const placedSales = new Map<string, SaleMoment>();
  let changed = { entries: new Set<Entry>(), sales: new Set<string>() };

  const contest = createContest({ orders, sales }, (entry) => changed.entries.add(entry));
  const matches = createNearestMatches<OrderMoment, SaleMoment>({
    nearestRight: (order, wants) =>
      sales.nearest(order.at, salesNear(order), (sale, gapMs) => mayBe(sale, order) && wants(sale, gapMs)),
    nearestLeft: (sale, wants) =>
      orders.nearest(sale.at, ordersNear(sale), (order, gapMs) => mayBe(sale, order) && wants(order, gapMs)),
    joined: ({ entry }, { key }) => note(entry, { likely: key, sale: key }),
    parted: ({ entry }, { key }) => note(entry, { likely: null, sale: key }),
  });

  function note(entry: Entry, { likely, sale }: { likely: string | null; sale: string }): void {
    entry.likely = likely;
    changed.entries.add(entry);
    changed.sales.add(sale);
  }

  function removeOrder(order: OrderMoment): void {
    placedOrders.delete(order.key);
    orders.remove(order);
    contest.removeOrder(order);
    matches.seatRight(matches.unseatLeft(order));
  }

  function addOrder(order: OrderMoment): void {
    placedOrders.set(order.key, order);
    orders.add(order);
    contest.addOrder(order);
    matches.seatLeft(order);
  }

  function removeSale(sale: SaleMoment): void {
    placedSales.delete(sale.key);
    sales.remove(sale);
    contest.removeSale(sale);
    matches.seatLeft(matches.unseatRight(sale));
  }

  function addSale(sale: SaleMoment): void {
    placedSales.set(sale.key, sale);
    sales.add(sale);
    contest.addSale(sale);
    matches.seatRight(sale);
  }

  return {
    putOrder(entry) {
      const before = placedOrders.get(entry.key);
      const at = entry.named.size === 0 ? entry.time : null;
      if ((before?.at ?? null) === at) return;
      if (before !== undefined) removeOrder(before);
      if (at !== null) addOrder({ key: entry.key, at, entry });
    },
    putSale(key, purchase) {
      const before = placedSales.get(key);
      if (before !== undefined && purchase !== null && isSameSale(before.purchase, purchase)) return;
      if (before !== undefined) removeSale(before);
      if (purchase !== null) addSale({ key, at: purchase.at, purchase });
    },
    orderOf: (key) => matches.leftOf(key)?.entry ?? null,
    changes() {
      const result = changed;
      changed = { entries: new Set(), sales: new Set() };
      return result;
    },
  };
}

function isSameSale(a: Purchase, b: Purchase): boolean {
  return a.at === b.at && JSON.stringify(a.money) === JSON.stringify(b.money);
}
