/** What became of an order and where it came from, by the words of the shops. */
import type { OrderOrigin, OrderState } from '../model/order.ts';

const cancelled = /cancel|void|storn|annul|expired|fail|fehlgeschlagen|declin|abgelehnt|trash|abandon|requires_/i;
const unpaid =
  /pending|unpaid|await|on-?_? ?hold|draft|incomplete|no_payment|offen|ausstehend|wartend|processing payment/i;
const refunded = /refund|erstattet|rembours|reembols|rimbors|charge ?back|disputed/i;
const partial = /partial|teilweise|part/i;

/** Paid, completed, processing, authorised and whatever is not known are sales. */
export function stateOfStatus(status: string): OrderState {
  if (refunded.test(status)) return partial.test(status) ? 'placed' : 'refunded';
  if (cancelled.test(status)) return 'cancelled';
  return unpaid.test(status) ? 'unpaid' : 'placed';
}

/** `Mode: Test`, `livemode: false`, `test: true`. */
export function isTestMark(column: string, text: string): boolean {
  if (/live/i.test(column)) return /^(?:false|no|0)$/i.test(text);
  return /^(?:test|true|yes|1|sandbox)$/i.test(text);
}

const elsewhere =
  /\bpos\b|till|retail|in.?store|phone|draft|admin|manual|amazon|ebay|marketplace|\bapp\b|iphone|android|import|rest-api|wholesale/i;

/** Shopify's `Source` (other apps by their numbers), WooCommerce's `created_via`, and the like. */
export function originOf(text: string): OrderOrigin {
  if (/subscription|renewal|recurring|\babo\b/i.test(text)) return 'renewal';
  const isOtherApp = /^\d+$/.test(text) && text !== '580111';
  return isOtherApp || elsewhere.test(text) ? 'elsewhere' : 'shop';
}
