/** A sale as the shop's export tells it: what the rules need, and nothing of the person who bought. */
import type { TimeMs } from './fact.ts';

/**
 * `placed`: a sale that should be reported. `unpaid`: waits for its payment. `refunded`: all of the money went back.
 * `test`: the shop says that it is none.
 */
export type OrderState = 'placed' | 'unpaid' | 'cancelled' | 'refunded' | 'test';

/** `renewal`: a subscription made it without a visitor. `elsewhere`: a till, an app, a member of staff. */
export type OrderOrigin = 'shop' | 'renewal' | 'elsewhere';

/** `exact`: with its zone, told or set. `zone-assumed`: read as UTC for want of one. `day`: the day alone is known. */
export type OrderTiming = 'exact' | 'zone-assumed' | 'day';

export type Order = {
  /** As the customer sees it. */
  number: string;
  /** Other numbers that the shop has for it, such as its database key. */
  aliases: string[];
  /** When it was placed; null where the export does not tell. */
  at: TimeMs | null;
  timing: OrderTiming;
  /** The whole amount in units, tax and shipping included where the shop includes them; null where it is not told. */
  value: number | null;
  /** ISO 4217; null where it is not told. */
  currency: string | null;
  /** Parts of `value`, in units. */
  tax: number | null;
  shipping: number | null;
  state: OrderState;
  origin: OrderOrigin;
};
