/** Sales without an order number, by amount and time: one sale for one order, the nearest first. */

import { diagnoseThresholds } from '../thresholds.ts';
import type { Entry } from './entry.ts';
import type { Purchase } from './purchase.ts';
import { isSameMoney } from './same-money.ts';

/** Orders that no sale names, and sales that name no order, of one amount. Returns the orders whose match changed. */
export function matchLikely(entries: readonly Entry[], purchases: readonly Purchase[]): Entry[] {
  const before = entries.map(({ likely, isContested }) => ({ likely, isContested }));
  const free = new Set(entries.filter(({ named, time }) => named.size === 0 && time !== null));
  for (const entry of entries) {
    entry.likely = null;
    entry.isContested = false;
  }
  for (const { entry, purchase } of nearby(free, purchases)) {
    entry.isContested = true;
    if (!free.has(entry) || purchase.isTaken) continue;
    entry.likely = purchase.key;
    purchase.isTaken = true;
    free.delete(entry);
  }
  return entries.filter((entry, at) => {
    const old = before[at];
    return entry.likely !== old?.likely || entry.isContested !== old.isContested;
  });
}

type Candidate = { entry: Entry; purchase: { key: string; isTaken: boolean }; gapMs: number };

function nearby(entries: Iterable<Entry>, purchases: readonly Purchase[]): Candidate[] {
  const byAmount = groupByAmount(purchases);
  const found = new Map<string, Candidate>();
  for (const entry of entries) {
    for (const amount of amountsNear(entry)) {
      for (const sale of around(byAmount.get(amount) ?? [], entry.time ?? 0)) {
        const gapMs = Math.abs(sale.purchase.at - (entry.time ?? 0));
        if (!mayBe(sale.purchase, entry, gapMs)) continue;
        found.set(`${entry.key} ${sale.purchase.key}`, { entry, purchase: sale.taken, gapMs });
      }
    }
  }
  const byName = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return [...found.values()].sort(
    (a, b) => a.gapMs - b.gapMs || byName(a.entry.key, b.entry.key) || byName(a.purchase.key, b.purchase.key),
  );
}

type Amount = number | 'none';

/** Amounts that differ by less than a rounding may stand in neighbouring groups. */
function amountsNear({ order }: Entry): Amount[] {
  const cents = Math.round((order.value ?? Number.NaN) * 100);
  return ['none', cents - 1, cents, cents + 1];
}

/** Of sales in order of time those that may be near enough. */
function* around(sales: readonly FreeSale[], time: number): Generator<FreeSale> {
  let [low, high] = [0, sales.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sales[middle]?.purchase.at ?? 0) < time - diagnoseThresholds.sameSaleMs) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sales.length; at++) {
    const sale = sales[at];
    if (sale === undefined || sale.purchase.at > time + diagnoseThresholds.sameSaleMs) return;
    yield sale;
  }
}

type FreeSale = { purchase: Purchase; taken: Candidate['purchase'] };

/** By cents, each in order of time; `none` where the source does not show the amount. Copies that disagree stand in two groups. */
function groupByAmount(purchases: readonly Purchase[]): Map<Amount, FreeSale[]> {
  const groups = new Map<Amount, FreeSale[]>();
  for (const purchase of [...purchases].sort((a, b) => a.at - b.at)) {
    const sale = { purchase, taken: { key: purchase.key, isTaken: false } };
    const amounts = purchase.money.map(({ value }) => Math.round(value * 100));
    for (const amount of amounts.length === 0 ? (['none'] as const) : new Set(amounts)) {
      const group = groups.get(amount) ?? [];
      group.push(sale);
      groups.set(amount, group);
    }
  }
  return groups;
}

/** A log that leaves the content out shows a sale of which only the moment is known. */
function mayBe({ money }: Purchase, { order }: Entry, gapMs: number): boolean {
  if (money.length === 0) return gapMs <= diagnoseThresholds.lateMs;
  return gapMs <= diagnoseThresholds.sameSaleMs && money.some((each) => isSameMoney(each, order));
}
