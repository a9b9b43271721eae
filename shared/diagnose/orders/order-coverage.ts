/** Whether an order, had it been reported, would have been seen. */
import type { Side } from '../../model/event.ts';
import type { InputId, TimeMs } from '../../model/fact.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { type Entry, isDue, pairsOf } from './entry.ts';
import type { InputSpans, Span } from './input-spans.ts';
import type { Purchase } from './purchase.ts';

type Known = { entries: Iterable<Entry>; spans: InputSpans; purchase(key: string): Purchase | null };

/**
 * Sets `isCovered` anew, and returns the orders of which it changed. A server's log covers the orders of its time when
 * it reports one of this shop. A recording of browsers may be that of one visitor among many: it covers them only where
 * it reports more than half of them.
 */
export function coverOrders({ entries: all, spans, purchase }: Known): Entry[] {
  const entries = [...all];
  const { telling, reported } = tellingInputs(entries, purchase);
  const spansOf = (side: Side) =>
    [...spans.of(side)].flatMap(([input, span]) => (telling[side].has(input) ? [span] : []));
  const [browser, server] = [spansOf('browser'), spansOf('server')];
  let silent = 0;
  for (const entry of entries) if (isDue(entry) && !reported.has(entry) && isWithin(entry, browser)) silent += 1;
  const browserCovers = reported.size > silent;
  return entries.filter((entry) => {
    const before = entry.isCovered;
    entry.isCovered = isWithin(entry, server) || (browserCovers && isWithin(entry, browser));
    return entry.isCovered !== before;
  });
}

type Telling = { telling: Record<Side, Set<InputId>>; reported: Set<Entry> };

/** Inputs that report at least one of the orders, and due orders that a browser reported. */
function tellingInputs(entries: readonly Entry[], purchase: Known['purchase']): Telling {
  const telling = { browser: new Set<InputId>(), server: new Set<InputId>() };
  const reported = new Set<Entry>();
  for (const entry of entries) {
    if (entry.named.size === 0 && entry.likely === null) continue;
    const sales = pairsOf(entry).flatMap((key) => purchase(key) ?? []);
    for (const { seenIn } of sales) noteInputs(telling, seenIn);
    if (isDue(entry) && sales.some(({ seenIn }) => seenIn.browser.length > 0)) reported.add(entry);
  }
  return { telling, reported };
}

function noteInputs(telling: Telling['telling'], seenIn: Purchase['seenIn']): void {
  for (const input of seenIn.browser) telling.browser.add(input);
  for (const input of seenIn.server) telling.server.add(input);
}

/** Of an order's day all must lie in the span, in whichever zone the day was. */
function isWithin(entry: Entry, spans: readonly Span[]): boolean {
  if (spans.length === 0) return false;
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
