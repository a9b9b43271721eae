/** Orders as findings name them. */
import type { Order } from '../../model/order.ts';

/** `Order 1001 of 2026-11-24 10:00 UTC (49.90 EUR)`. */
export function orderInWords({ number, at, timing, value, currency }: Order): string {
  const day = at === null ? null : new Date(at).toISOString();
  const time =
    day === null
      ? ''
      : ` of ${timing === 'day' ? day.slice(0, 10) : `${day.slice(0, 16).replace('T', ' ')}${timing === 'exact' ? ' UTC' : ''}`}`;
  const money = value === null ? '' : ` (${moneyText(value, currency)})`;
  return `Order ${number.replace(/^#/, '')}${time}${money}`;
}

export function moneyText(value: number, currency: string | null): string {
  return currency === null ? value.toFixed(2) : `${value.toFixed(2)} ${currency}`;
}
