/** Orders and sales by amount, each in order of time, so that of any number only those of one amount and hour are looked at. */
import { compareMoments, createOrdered, type Moment, type Ordered } from '../session/ordered.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import type { Entry } from './entry.ts';
import type { Purchase } from './purchase.ts';
import { isSameMoney } from './same-money.ts';

/** In cents, rounded; `none`: sales of which the source does not show it; `all`: orders, whatever it is. */
type Amount = number | 'none' | 'all';

export type OrderMoment = Moment & { entry: Entry };
export type SaleMoment = Moment & { purchase: Purchase };

export type ByAmount<Item extends Moment> = {
  add(item: Item): void;
  remove(item: Item): void;
  /** Those for whom `fits` holds, by the gap in time; of equally near ones the first by name. */
  nearest(at: number, amounts: Iterable<Amount>, fits: (item: Item, gapMs: number) => boolean): Item | null;
  /** Those that may be near enough; collected before anything is changed. */
  around(at: number, amounts: Iterable<Amount>): Item[];
};

export function createByAmount<Item extends Moment>(amountsOf: (item: Item) => Iterable<Amount>): ByAmount<Item> {
  const lists = new Map<Amount, Ordered<Item>>();

  function add(item: Item): void {
    for (const amount of amountsOf(item)) {
      const list = lists.get(amount) ?? createOrdered<Item>(compareMoments);
      list.add(item);
      lists.set(amount, list);
    }
  }

  function remove(item: Item): void {
    for (const amount of amountsOf(item)) {
      const list = lists.get(amount);
      list?.remove(item);
      if (list?.size === 0) lists.delete(amount);
    }
  }

  function nearest(at: number, amounts: Iterable<Amount>, fits: (item: Item, gapMs: number) => boolean): Item | null {
    let best: Near<Item> | null = null;
    for (const amount of amounts) {
      const list = lists.get(amount);
      if (list === undefined) continue;
      const probe = { at, key: '' } as Item;
      for (const items of [list.upFrom(probe), list.downFrom(probe)]) {
        best = nearestOf(items, { at, best, windowMs: windowOf(amount), fits });
      }
    }
    return best?.item ?? null;
  }

  function around(at: number, amounts: Iterable<Amount>): Item[] {
    const found = new Set<Item>();
    for (const amount of amounts) {
      const from = { at: at - windowOf(amount), key: '' } as Item;
      for (const item of lists.get(amount)?.upFrom(from) ?? []) {
        if (item.at > at + windowOf(amount)) break;
        found.add(item);
      }
    }
    return [...found];
  }

  return { add, remove, nearest, around };
}

type Near<Item> = { item: Item; gapMs: number };
type Search<Item> = { at: number; best: Near<Item> | null; windowMs: number; fits(item: Item, gapMs: number): boolean };

/** Of items that lie farther and farther away; those that cannot be better than the best so far are not looked at. */
function nearestOf<Item extends Moment>(items: Iterable<Item>, search: Search<Item>): Near<Item> | null {
  let { best } = search;
  for (const item of items) {
    const gapMs = Math.abs(item.at - search.at);
    if (gapMs > (best?.gapMs ?? search.windowMs)) break;
    const isNearer = best === null || gapMs < best.gapMs || item.key < best.item.key;
    if (isNearer && search.fits(item, gapMs)) best = { item, gapMs };
  }
  return best;
}

function windowOf(amount: Amount): number {
  return typeof amount === 'number' ? diagnoseThresholds.sameSaleMs : diagnoseThresholds.lateMs;
}

/** A log that leaves the content out shows a sale of which only the moment is known. */
export function mayBe({ at, purchase: { money } }: SaleMoment, order: OrderMoment): boolean {
  const gapMs = Math.abs(at - order.at);
  if (money.length === 0) return gapMs <= diagnoseThresholds.lateMs;
  return gapMs <= diagnoseThresholds.sameSaleMs && money.some((each) => isSameMoney(each, order.entry.order));
}

function cents(value: number): number {
  return Math.round(value * 100);
}

/** Amounts that differ by less than a rounding may stand in neighbouring lists. */
function nearCents(value: number): number[] {
  return [cents(value) - 1, cents(value), cents(value) + 1];
}

export function amountsOfOrder({ entry: { order } }: OrderMoment): Amount[] {
  return order.value === null ? ['all'] : ['all', cents(order.value)];
}

/** Copies that disagree stand in two lists. */
export function amountsOfSale({ purchase: { money } }: SaleMoment): Iterable<Amount> {
  return money.length === 0 ? ['none'] : new Set(money.map(({ value }) => cents(value)));
}

/** Where the sales are that may be the order. */
export function salesNear({ entry: { order } }: OrderMoment): Amount[] {
  return order.value === null ? ['none'] : ['none', ...nearCents(order.value)];
}

/** Where the orders are that the sale may be. */
export function ordersNear({ purchase: { money } }: SaleMoment): Iterable<Amount> {
  return money.length === 0 ? ['all'] : new Set(money.flatMap(({ value }) => nearCents(value)));
}
