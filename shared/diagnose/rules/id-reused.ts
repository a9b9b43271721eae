/** One id on different actions: Meta keeps the first and drops the rest. */
import type { TrackedEvent } from '../../model/event.ts';
import { orderTextOf } from '../../pair/traits.ts';
import { quote, type Rule } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const idReused: Rule = {
  code: 'id.reused',
  severity: 'error',
  title: 'One event_id is used for different actions',
  eventsManager: 'Same event ID received for many event instances',
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check({ pair, browser, server, events }) {
    const id = (browser[0] ?? server[0])?.eventId ?? null;
    const isCached = pageLoadSpanMs(browser) >= diagnoseThresholds.reusedAfterMs && !areOneOrder(browser);
    if (id === null || (pair.actions < 2 && !isCached)) return null;
    const what =
      pair.actions > 1
        ? `${pair.actions} different actions carry event_id ${quote(id)}`
        : `Page loads far apart carry the same event_id ${quote(id)}`;
    return {
      detail: `${what}. Meta takes them for one event and drops all but the first: later ${pair.eventName} events vanish.`,
      fix: `Make a new id for every action. An id that is baked into HTML comes back from page caches: make it in the browser, or exclude the page from the cache.`,
      events,
      browser: browser.length === 0 ? null : id,
      server: server.length === 0 ? null : id,
    };
  },
};

/** A thank-you page that is opened again tells of the same order. */
function areOneOrder(events: readonly TrackedEvent[]): boolean {
  const orders = new Set(events.map(orderTextOf));
  return orders.size === 1 && !orders.has(null);
}

/** Time between the first and the last page load that sent it, in ms; by the Pixel's `it` where it is known. */
function pageLoadSpanMs(events: readonly TrackedEvent[]): number {
  if (events.length < 2) return 0;
  const loads = new Map(events.map((event) => [String(event.other['it'] ?? event.at), event.at]));
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of loads.values()) {
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  return loads.size < 2 ? 0 : last - first;
}
