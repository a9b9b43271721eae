/** Each order of the shop by itself, as the order book has it. */
import type { OrderBook, OrderStanding } from '../orders/order-book.ts';
import type { Tracker } from '../session-rule.ts';

export function trackOrders(): Tracker<OrderStanding> {
  let book: Pick<OrderBook, 'standing'> | null = null;
  return {
    take(_news, { orders }) {
      book = orders;
      return orders.changed();
    },
    subject: (key) => book?.standing(key) ?? null,
  };
}
