/** Orders for tests of the engine: what a test does not care about is a sale that should be reported. */
import type { Order } from '../../shared/model/order.ts';
import type { OrderSign } from '../../shared/model/sign.ts';
import { start } from './events.ts';

export const someOrder: Order = {
  ...{ number: '#1001', aliases: [], at: start, timing: 'exact', value: 49.9, currency: 'EUR' },
  ...{ tax: null, shipping: null, state: 'placed', origin: 'shop' },
};

/** As an export tells it that is input 9. */
export function orderSign(own: Partial<Order> & { input?: number } = {}): OrderSign {
  const { input = 9, ...told } = own;
  const order = { ...someOrder, ...told };
  return { kind: 'order', key: `${input}:line ${order.number} ${order.at} ${order.value}`, input, at: order.at, order };
}
