/** One order with what the session makes of it. */
import type { InputId, TimeMs } from '../../model/fact.ts';
import type { Order } from '../../model/order.ts';

export type Entry = {
  key: string;
  order: Order;
  input: InputId;
  /** Sales that name its number. */
  named: Set<string>;
  /** A sale without a number that agrees in amount and time; one sale stands for one order. */
  likely: string | null;
  /** Sales without a number that might be this order as well as another. */
  isContested: boolean;
  /** Its time where it is known well enough to hold it beside events; null where it is not. */
  time: TimeMs | null;
  /** A log or recording that reports this shop's orders covers its time. */
  isCovered: boolean;
};

/** The same order in two exports is one: number, amount and time say so. */
export function entryKey({ number, value, currency, at }: Order): string {
  return JSON.stringify([number, value, currency, at]);
}

export function newEntry(order: Order, input: InputId): Entry {
  const key = entryKey(order);
  return { key, order, input, named: new Set(), likely: null, isContested: false, time: null, isCovered: false };
}

/** A sale that should be reported: paid or to be paid by a visitor of the shop, and not for nothing. */
export function isDue({ order: { state, origin, value } }: Entry): boolean {
  return state === 'placed' && origin === 'shop' && value !== 0;
}

export function pairsOf({ named, likely }: Entry): string[] {
  return likely === null ? [...named] : [...named, likely];
}
