/** Which sales an order explains, and whether the orders given are those of the sale's dataset at all. */
import type { InputId, TimeMs } from '../../model/fact.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import type { Entry } from './entry.ts';
import type { Purchase } from './purchase.ts';

export type ExplainedSales = {
  /** The time that each export of orders covers; returns true where it has changed. */
  setSpans(entries: Iterable<Entry>): boolean;
  /** Puts in a sale that is not there, or takes one out; returns the dataset where its sales are judged otherwise now. */
  put(purchase: Purchase, isExplained: boolean): string | null;
  remove(key: string): string | null;
  /** Sales of a dataset that no order explains. */
  unexplainedOf(dataset: string): Iterable<string>;
  /** True where no order explains the sale, and the orders explain more than half of the dataset's sales. */
  isUnexplained(key: string): boolean;
};

type Tally = { explained: number; unexplained: Set<string> };

export function createExplainedSales(): ExplainedSales {
  let spans: (readonly [TimeMs, TimeMs])[] = [];
  const tallies = new Map<string, Tally>();
  const placed = new Map<string, { dataset: string; isExplained: boolean }>();

  const isOwn = ({ explained, unexplained }: Tally) => explained > unexplained.size;
  const tallyOf = (dataset: string): Tally => {
    const tally = tallies.get(dataset) ?? { explained: 0, unexplained: new Set<string>() };
    tallies.set(dataset, tally);
    return tally;
  };

  function change(dataset: string, how: (tally: Tally) => void): string | null {
    const tally = tallyOf(dataset);
    const before = isOwn(tally);
    how(tally);
    return isOwn(tally) === before ? null : dataset;
  }

  function remove(key: string): string | null {
    const place = placed.get(key);
    if (place === undefined) return null;
    placed.delete(key);
    return change(place.dataset, (tally) => {
      if (place.isExplained) tally.explained -= 1;
      else tally.unexplained.delete(key);
    });
  }

  return {
    setSpans(entries) {
      const next = spansOf(entries);
      const isNew = JSON.stringify(next) !== JSON.stringify(spans);
      spans = next;
      return isNew;
    },
    put(purchase, isExplained) {
      const isInTime = spans.some(([first, last]) => first <= purchase.at && purchase.at <= last);
      if (!purchase.isJudged || !(isExplained || isInTime)) return null;
      const dataset = String(purchase.datasetId);
      placed.set(purchase.key, { dataset, isExplained });
      return change(dataset, (tally) => {
        if (isExplained) tally.explained += 1;
        else tally.unexplained.add(purchase.key);
      });
    },
    remove,
    unexplainedOf: (dataset) => tallyOf(dataset).unexplained,
    isUnexplained(key) {
      const place = placed.get(key);
      return place !== undefined && !place.isExplained && isOwn(tallyOf(place.dataset));
    },
  };
}

/** From the first order of an export to its last: it may have been cut at any time beyond. */
function spansOf(entries: Iterable<Entry>): (readonly [TimeMs, TimeMs])[] {
  const byInput = new Map<InputId, [TimeMs, TimeMs]>();
  for (const { input, order, time } of entries) {
    const first = time ?? (order.timing === 'day' ? order.at : null);
    if (first === null) continue;
    const last = time === null ? first + diagnoseThresholds.dayMs : first;
    const span = byInput.get(input);
    byInput.set(input, span === undefined ? [first, last] : [Math.min(span[0], first), Math.max(span[1], last)]);
  }
  return [...byInput.values()];
}
