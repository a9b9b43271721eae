/** One order with what the session makes of it. */
import type { Side } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';
import type { Order } from '../../model/order.ts';
import type { OrderSign } from '../../model/sign.ts';

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
  /** How many of its sales a browser sent. */
  browserSales: number;
  /** Sides with an input that reports this shop's orders and covers its time. */
  within: Record<Side, boolean>;
  /** A log or recording that reports this shop's orders covers its time. */
  isCovered: boolean;
};

/** The same order in two exports is one: number, amount and time say so. */
export function entryKey({ number, value, currency, at }: Order): string {
  return JSON.stringify([number, value, currency, at]);
}

/** The order as it is told now: the later of two exports knows better what became of it. */
export function tellEntry(entry: Entry | undefined, { order, input }: Pick<OrderSign, 'order' | 'input'>): Entry {
  if (entry === undefined) return newEntry(order, input);
  if (input >= entry.input) Object.assign(entry, { order, input });
  return entry;
}

function newEntry(order: Order, input: InputId): Entry {
  return {
    key: entryKey(order),
    order,
    input,
    named: new Set(),
    likely: null,
    isContested: false,
    time: null,
    browserSales: 0,
    within: { browser: false, server: false },
    isCovered: false,
  };
}

/** A sale that should be reported: paid or to be paid by a visitor of the shop, and not for nothing. */
export function isDue({ order: { state, origin, value } }: Entry): boolean {
  return state === 'placed' && origin === 'shop' && value !== 0;
}

export function pairsOf({ named, likely }: Entry): string[] {
  return likely === null ? [...named] : [...named, likely];
}
