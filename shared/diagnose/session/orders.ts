/** Each order of the shop by itself, as the order book has it. */
import type { OrderAccount, OrderBook } from '../orders/order-book.ts';
import type { Tracker } from '../session-rule.ts';

export function trackOrders(): Tracker<OrderAccount> {
  let book: Pick<OrderBook, 'account'> | null = null;
  return {
    take(_news, { orders }) {
      book = orders;
      return orders.changed();
    },
    subject: (key) => book?.account(key) ?? null,
  };
}
