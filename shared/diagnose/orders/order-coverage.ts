/** Whether an order, had it been reported, would have been seen. */
import type { Side } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { type Entry, isDue, pairsOf } from './entry.ts';
import type { InputSpans, Span } from './input-spans.ts';
import type { Purchase } from './purchase.ts';

type Known = { entries: Iterable<Entry>; spans: InputSpans; purchase(key: string): Purchase | null };

/**
 * Sets `isCovered` anew, and returns the orders of which it changed. A server's log covers the orders of its time when it reports one of this shop. A recording of
 * browsers may be that of one visitor among many: it covers them only where it reports more than half of them.
 */
export function coverOrders({ entries: all, spans, purchase }: Known): Entry[] {
  const entries = [...all];
  const telling = tellingInputs(entries, purchase);
  const spansOf = (side: Side) =>
    [...spans.of(side)].flatMap(([input, span]) => (telling[side].has(input) ? [span] : []));
  const [browser, server] = [spansOf('browser'), spansOf('server')];
  const due = entries.filter(isDue);
  const reported = new Set(due.filter((entry) => pairsOf(entry).some((key) => isSeenInBrowser(purchase(key)))));
  const silent = due.filter((entry) => isWithin(entry, browser) && !reported.has(entry));
  const browserCovers = reported.size > silent.length;
  return entries.filter((entry) => {
    const before = entry.isCovered;
    entry.isCovered = isWithin(entry, server) || (browserCovers && isWithin(entry, browser));
    return entry.isCovered !== before;
  });
}

function isSeenInBrowser(purchase: Purchase | null): boolean {
  return purchase !== null && purchase.seenIn.browser.length > 0;
}

/** Inputs that report at least one of the orders. */
function tellingInputs(entries: readonly Entry[], purchase: Known['purchase']): Record<Side, Set<InputId>> {
  const telling = { browser: new Set<InputId>(), server: new Set<InputId>() };
  for (const key of entries.flatMap(pairsOf)) {
    const seenIn = purchase(key)?.seenIn;
    for (const input of seenIn?.browser ?? []) telling.browser.add(input);
    for (const input of seenIn?.server ?? []) telling.server.add(input);
  }
  return telling;
}

/** Of an order's day all must lie in the span, in whichever zone the day was. */
function isWithin(entry: Entry, spans: readonly Span[]): boolean {
  const [from, until] = extentOf(entry);
  return spans.some(({ first, last }) => first <= from && until + diagnoseThresholds.lateMs <= last);
}

function extentOf({ order, time }: Entry): [from: TimeMs, until: TimeMs] {
  if (order.timing === 'day' && order.at !== null) {
    const zone = diagnoseThresholds.widestZoneMs;
    return [order.at - zone, order.at + diagnoseThresholds.dayMs + zone];
  }
  return time === null ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [time, time];
}
