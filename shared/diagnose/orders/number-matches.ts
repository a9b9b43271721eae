/** Which order a sale names: kept up to date as orders and sales come and go, the same in any order of arrival. */
import { diagnoseThresholds } from '../thresholds.ts';
import type { Entry } from './entry.ts';
import { createNumberLookup, type NumberLookup } from './number-lookup.ts';
import { numbersOf, rankOf } from './order-numbers.ts';
import type { Purchase } from './purchase.ts';
import { isSameMoney } from './same-money.ts';

export type NumberMatches = {
  /** Adds or replaces; returns the sales whose order may be another one now. */
  putOrder(entry: Entry): string[];
  putPurchase(purchase: Purchase): void;
  removePurchase(key: string): void;
  /** The orders that the sale names: several where one event_id was used for several. */
  find(purchase: Purchase): Entry[];
};

export function createNumberMatches(): NumberMatches {
  const entries = createNumberLookup<Entry>();
  const purchases = createNumberLookup<string>();

  return {
    putOrder(entry) {
      const numbers = numbersOf(entry.order);
      entries.put(entry.key, entry, numbers);
      // Those that name it already are asked too: it may have lost the alias that they name.
      return [...entry.named, ...numbers.flatMap((number) => [...purchases.near(number)])];
    },
    putPurchase(purchase) {
      purchases.put(purchase.key, purchase.key, [...purchase.numbers, ...purchase.ids]);
    },
    removePurchase: purchases.remove,
    find(purchase) {
      const named = (texts: readonly string[]) => texts.flatMap((text) => best(purchase, text, entries) ?? []);
      const own = named(purchase.numbers);
      return [...new Set(own.length > 0 ? own : named(purchase.ids))];
    },
  };
}

/** By the number alone; where several orders bear it, by what was paid, then by time. */
function best(purchase: Purchase, text: string, entries: NumberLookup<Entry>): Entry | null {
  let found: { entry: Entry; score: number; gapMs: number } | null = null;
  for (const entry of entries.near(text)) {
    const rank = rankOf(entry.order, text);
    const score = rank * 2 + Number(purchase.money.some((money) => isSameMoney(money, entry.order)));
    const gapMs = gapOf(purchase, entry);
    if (rank === 0 || gapMs > windowOf(purchase)) continue;
    const isBetter =
      found === null || score > found.score || (score === found.score && isNearer({ entry, gapMs }, found));
    if (isBetter) found = { entry, score, gapMs };
  }
  return found?.entry ?? null;
}

type Near = { entry: Entry; gapMs: number };

function isNearer(a: Near, b: Near): boolean {
  return a.gapMs < b.gapMs || (a.gapMs === b.gapMs && a.entry.key < b.entry.key);
}

function gapOf({ times }: Purchase, { order: { at } }: Entry): number {
  return at === null ? 0 : times.reduce((gap, time) => Math.min(gap, Math.abs(time - at)), Number.POSITIVE_INFINITY);
}

function windowOf({ isFromStore }: Purchase): number {
  return isFromStore ? diagnoseThresholds.storeOrderWindowMs : diagnoseThresholds.orderWindowMs;
}
