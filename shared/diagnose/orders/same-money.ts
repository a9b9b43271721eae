/** Whether a sale and an order tell the same amount. */
import type { Order } from '../../model/order.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import type { Money } from './purchase.ts';

/** A currency that one of them does not tell may be the other's. */
export function isSameMoney({ value, currency }: Money, order: Order): boolean {
  if (order.value === null || Math.abs(value - order.value) >= diagnoseThresholds.valueTolerance) return false;
  return currency === null || order.currency === null || currency === order.currency;
}
