/** Orders that a sale without a number might be, whether it is matched with them or not. */

import type { OrderMoment, SaleMoment } from './by-amount.ts';
import { amountsOfOrder, type ByAmount, createByAmount, mayBe, ordersNear, salesNear } from './by-amount.ts';
import type { Entry } from './entry.ts';

/** Keeps `isContested` of the orders; each thing is to be in, or out of, its list already. */
export type Contest = {
  addOrder(order: OrderMoment): void;
  removeOrder(order: OrderMoment): void;
  addSale(sale: SaleMoment): void;
  removeSale(sale: SaleMoment): void;
};

type Lists = { orders: ByAmount<OrderMoment>; sales: ByAmount<SaleMoment> };

export function createContest({ orders, sales }: Lists, changed: (entry: Entry) => void): Contest {
  /** Orders that no sale might be: what comes near looks at these alone. */
  const lonely = createByAmount<OrderMoment>(amountsOfOrder);

  function setContested({ entry }: OrderMoment, isContested: boolean): void {
    if (entry.isContested !== isContested) changed(entry);
    entry.isContested = isContested;
  }

  function mayBeAny(order: OrderMoment): boolean {
    return sales.nearest(order.at, salesNear(order), (sale) => mayBe(sale, order)) !== null;
  }

  return {
    addOrder(order) {
      const isContested = mayBeAny(order);
      if (!isContested) lonely.add(order);
      setContested(order, isContested);
    },
    removeOrder(order) {
      if (!order.entry.isContested) lonely.remove(order);
      setContested(order, false);
    },
    addSale(sale) {
      for (const order of lonely.around(sale.at, ordersNear(sale))) {
        if (!mayBe(sale, order)) continue;
        lonely.remove(order);
        setContested(order, true);
      }
    },
    removeSale(sale) {
      for (const order of orders.around(sale.at, ordersNear(sale))) {
        if (!order.entry.isContested || mayBeAny(order)) continue;
        lonely.add(order);
        setContested(order, false);
      }
    },
  };
}
