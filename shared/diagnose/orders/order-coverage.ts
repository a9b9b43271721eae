/** Whether an order, had it been reported, would have been seen: kept up to date as what was recorded grows. */
import type { Side } from '../../model/event.ts';
import type { InputId } from '../../model/fact.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { changedParts } from './changed-span.ts';
import { type Entry, isDue } from './entry.ts';
import type { InputSpans, Span } from './input-spans.ts';
import { type OrderTimes, type Precision, placeOf, precisions } from './order-times.ts';
import type { Purchase } from './purchase.ts';

export type OrderCoverage = {
  /** The sale stands for an order (1), or no longer does (-1): its inputs report this shop's orders. */
  telling(seenIn: Purchase['seenIn'], by: 1 | -1): void;
  /** Something in the order may have changed. */
  touch(entry: Entry): void;
  /** Sets `isCovered` anew where it has to be; returns the orders of which it changed. */
  settle(): Entry[];
};

const sides: readonly Side[] = ['browser', 'server'];

/**
 * A server's log covers the orders of its time when it reports one of this shop. A recording of browsers may be that of
 * one visitor among many: it covers them only where it reports more than half of them.
 */
export function createOrderCoverage(spans: InputSpans, times: OrderTimes): OrderCoverage {
  /** How many sales that stand for orders each input shows; and its time, as orders were last held beside it. */
  const tellings: Record<Side, Map<InputId, number>> = { browser: new Map(), server: new Map() };
  const applied: Record<Side, Map<InputId, Span>> = { browser: new Map(), server: new Map() };
  /** Due orders of a browser's time that it reported, and those that it did not. */
  const counts = { reported: 0, silent: 0 };
  const countedAs = new Map<Entry, keyof typeof counts>();
  let touched = new Set<Entry>();

  function telling(seenIn: Purchase['seenIn'], by: 1 | -1): void {
    for (const side of sides) {
      for (const input of seenIn[side]) tellings[side].set(input, (tellings[side].get(input) ?? 0) + by);
    }
  }

  /** Takes over the times of inputs that tell now, and touches the orders that lie otherwise to them. */
  function applySpans(side: Side): void {
    for (const [input, count] of tellings[side]) {
      const before = applied[side].get(input) ?? null;
      const now = count > 0 ? (spans.of(side).get(input) ?? null) : null;
      if (now === before) continue;
      if (now === null) applied[side].delete(input);
      else applied[side].set(input, now);
      touchChanged(before, now);
    }
  }

  function touchChanged(before: Span | null, now: Span | null): void {
    for (const precision of precisions) {
      const starts = (span: Span | null) => (span === null ? null : startsWithin(span, precision));
      for (const part of changedParts(starts(before), starts(now))) touchBetween(precision, part);
    }
  }

  function touchBetween(precision: Precision, span: Span): void {
    for (const entry of times.between(precision, span)) touched.add(entry);
  }

  function isWithin(entry: Entry, side: Side): boolean {
    const place = placeOf(entry);
    if (place === null) return false;
    for (const span of applied[side].values()) {
      const { first, last } = startsWithin(span, place.precision);
      if (first <= place.at && place.at <= last) return true;
    }
    return false;
  }

  function count(entry: Entry): void {
    const before = countedAs.get(entry) ?? null;
    const silentOrNone = entry.within.browser ? 'silent' : null;
    const reportedOrSo = entry.browserSales > 0 ? 'reported' : silentOrNone;
    const now = isDue(entry) ? reportedOrSo : null;
    if (now === before) return;
    if (before !== null) counts[before] -= 1;
    if (now === null) countedAs.delete(entry);
    else {
      countedAs.set(entry, now);
      counts[now] += 1;
    }
  }

  function settle(): Entry[] {
    const browserCovered = counts.reported > counts.silent;
    for (const side of sides) applySpans(side);
    for (const entry of touched) {
      for (const side of sides) entry.within[side] = isWithin(entry, side);
      count(entry);
    }
    const browserCovers = counts.reported > counts.silent;
    if (browserCovers !== browserCovered) touchBrowsers();
    const looked = touched;
    touched = new Set();
    return [...looked].filter((entry) => {
      const before = entry.isCovered;
      entry.isCovered = entry.within.server || (browserCovers && entry.within.browser);
      return entry.isCovered !== before;
    });
  }

  function touchBrowsers(): void {
    for (const span of applied.browser.values()) {
      for (const precision of precisions) touchBetween(precision, startsWithin(span, precision));
    }
  }

  return { telling, touch: (entry) => void touched.add(entry), settle };
}

/** When an order may start for all of it to lie in the span, with time to report it; of a day in whichever zone it was. */
function startsWithin({ first, last }: Span, precision: Precision): Span {
  const { lateMs, dayMs, widestZoneMs } = diagnoseThresholds;
  if (precision === 'moment') return { first, last: last - lateMs };
  return { first: first + widestZoneMs, last: last - lateMs - dayMs - widestZoneMs };
}
