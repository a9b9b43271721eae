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
  const sales = purchases.map((purchase) => ({ purchase, taken: { key: purchase.key, isTaken: false } }));
  const sorted = sales.sort((a, b) => a.purchase.at - b.purchase.at);
  const found: Candidate[] = [];
  for (const entry of entries) {
    const time = entry.time ?? 0;
    const from = firstAt(sorted, time - diagnoseThresholds.sameSaleMs);
    for (let at = from; at < sorted.length; at++) {
      const sale = sorted[at];
      if (sale === undefined || sale.purchase.at > time + diagnoseThresholds.sameSaleMs) break;
      const gapMs = Math.abs(sale.purchase.at - time);
      if (mayBe(sale.purchase, entry, gapMs)) found.push({ entry, purchase: sale.taken, gapMs });
    }
  }
  return found.sort(
    (a, b) => a.gapMs - b.gapMs || (a.entry.key + a.purchase.key < b.entry.key + b.purchase.key ? -1 : 1),
  );
}

/** A log that leaves the content out shows a sale of which only the moment is known. */
function mayBe({ money }: Purchase, { order }: Entry, gapMs: number): boolean {
  if (money.length === 0) return gapMs <= diagnoseThresholds.lateMs;
  return money.some((each) => isSameMoney(each, order));
}

function firstAt(sorted: readonly { purchase: Purchase }[], time: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.purchase.at ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
