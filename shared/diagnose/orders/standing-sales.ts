/** What the sales that stand for an order tell of it: who saw it, and of which shops it may be. */
import type { Entry } from './entry.ts';
import type { OrderCoverage } from './order-coverage.ts';
import type { Purchase } from './purchase.ts';
import { isSameMoney } from './same-money.ts';

/** The orders that it names by number, and the one that it stands for by amount and time. */
type StandsFor = { named: readonly Entry[]; likely: Entry | null };

export type StandingSales = {
  /** `purchase` null: it is gone. */
  put(key: string, purchase: Purchase | null, standsFor: StandsFor): void;
  /** A sale of another dataset names the order and agrees with it: two shops may use one number. */
  isAgreedElsewhere(entry: Entry, datasetId: string | null): boolean;
  /** Sales that name an order with which other datasets agree than the last time this was asked. */
  changes(): string[];
};

type Standing = { seenIn: Purchase['seenIn']; entries: readonly Entry[]; agreed: readonly Entry[]; dataset: string };

export function createStandingSales(coverage: Pick<OrderCoverage, 'telling' | 'touch'>): StandingSales {
  const standings = new Map<string, Standing>();
  const datasets = new Map<Entry, Map<string, number>>();
  let changed = new Set<Entry>();

  function count({ seenIn, entries, agreed, dataset }: Standing, by: 1 | -1): void {
    coverage.telling(seenIn, by);
    for (const entry of entries) {
      if (seenIn.browser.length > 0) entry.browserSales += by;
      coverage.touch(entry);
    }
    for (const entry of agreed) countDataset(entry, dataset, by);
  }

  function countDataset(entry: Entry, dataset: string, by: 1 | -1): void {
    const counts = datasets.get(entry) ?? new Map<string, number>();
    datasets.set(entry, counts);
    const before = counts.get(dataset) ?? 0;
    if (before + by > 0) counts.set(dataset, before + by);
    else counts.delete(dataset);
    if (before === 0 || before + by === 0) changed.add(entry);
  }

  return {
    put(key, purchase, standsFor) {
      const [before, now] = [standings.get(key) ?? null, purchase === null ? null : standingOf(purchase, standsFor)];
      if (before !== null && now !== null && isSame(before, now)) return;
      if (before !== null) count(before, -1);
      if (now === null) standings.delete(key);
      else {
        standings.set(key, now);
        count(now, 1);
      }
    },
    isAgreedElsewhere(entry, datasetId) {
      const counts = datasets.get(entry);
      return counts !== undefined && counts.size > Number(counts.has(String(datasetId)));
    },
    changes() {
      const entries = changed;
      changed = new Set();
      return [...entries].flatMap(({ named }) => [...named]);
    },
  };
}

/** Null where it stands for none. */
function standingOf(purchase: Purchase, { named, likely }: StandsFor): Standing | null {
  const entries = likely === null ? named : [...named, likely];
  if (entries.length === 0) return null;
  const agreed = named.filter(({ order }) => purchase.money.some((money) => isSameMoney(money, order)));
  return { seenIn: purchase.seenIn, entries, agreed, dataset: String(purchase.datasetId) };
}

function isSame(a: Standing, b: Standing): boolean {
  return (
    a.dataset === b.dataset &&
    hasSame(a.entries, b.entries) &&
    hasSame(a.agreed, b.agreed) &&
    hasSame(a.seenIn.browser, b.seenIn.browser) &&
    hasSame(a.seenIn.server, b.seenIn.server)
  );
}

function hasSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
