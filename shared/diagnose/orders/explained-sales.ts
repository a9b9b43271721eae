/** Which sales an order explains, and whether the orders given are those of the sale's dataset at all. */
import type { InputId } from '../../model/fact.ts';
import { compareMoments, createOrdered, type Moment } from '../session/ordered.ts';
import { changedParts } from './changed-span.ts';
import { createDatasetTallies } from './dataset-tallies.ts';
import type { Span } from './input-spans.ts';
import type { Purchase } from './purchase.ts';

export type ExplainedSales = {
  /** The time that an export of orders covers; null where it is not known. */
  setSpan(input: InputId, span: Span | null): void;
  /** `purchase` null: it is gone. */
  put(key: string, purchase: Purchase | null, isExplained: boolean): void;
  /** Sales of which another thing may be said since the last time this was asked. */
  settle(): Set<string>;
  /** True where no order explains the sale, and the orders explain more than half of the dataset's sales. */
  isUnexplained(key: string): boolean;
};

type Sale = Moment & { dataset: string; isExplained: boolean; isCounted: boolean };

export function createExplainedSales(): ExplainedSales {
  const spans = new Map<InputId, Span>();
  const tallies = createDatasetTallies();
  const sales = new Map<string, Sale>();
  /** Sales without an order: whether they count depends on the time that the exports cover. */
  const waiting = createOrdered<Sale>(compareMoments);
  let changed = new Set<string>();

  function isInTime({ at }: Sale): boolean {
    for (const { first, last } of spans.values()) if (first <= at && at <= last) return true;
    return false;
  }

  function count(sale: Sale, isCounted: boolean): void {
    if (sale.isCounted === isCounted) return;
    sale.isCounted = isCounted;
    const by = isCounted ? 1 : -1;
    if (sale.isExplained) {
      tallies.explained(sale.dataset, by);
      return;
    }
    tallies.unexplained(sale.dataset, sale.key, by);
    changed.add(sale.key);
  }

  function remove(key: string): void {
    const sale = sales.get(key);
    if (sale === undefined) return;
    count(sale, false);
    waiting.remove(sale);
    sales.delete(key);
  }

  function put(key: string, purchase: Purchase | null, isExplained: boolean): void {
    const before = sales.get(key);
    const dataset = String(purchase?.datasetId);
    const isSame = before?.at === purchase?.at && before?.dataset === dataset && before?.isExplained === isExplained;
    if (before !== undefined && isSame && purchase?.isJudged) return;
    remove(key);
    if (purchase === null || !purchase.isJudged) return;
    const sale = { key, at: purchase.at, dataset, isExplained, isCounted: false };
    sales.set(key, sale);
    if (!isExplained) waiting.add(sale);
    count(sale, isExplained || isInTime(sale));
  }

  function setSpan(input: InputId, now: Span | null): void {
    const before = spans.get(input) ?? null;
    if (now === null) spans.delete(input);
    else spans.set(input, now);
    for (const { first, last } of changedParts(before, now)) {
      for (const sale of waiting.upFrom({ at: first, key: '' } as Sale)) {
        if (sale.at > last) break;
        count(sale, isInTime(sale));
      }
    }
  }

  function settle(): Set<string> {
    for (const key of tallies.settle()) changed.add(key);
    const result = changed;
    changed = new Set();
    return result;
  }

  return {
    setSpan,
    put,
    settle,
    isUnexplained(key) {
      const sale = sales.get(key);
      return sale?.isCounted === true && !sale.isExplained && tallies.isOwn(sale.dataset);
    },
  };
}
