/** Did Meta learn of what happened? Actions and orders that reached it, and how the others were lost. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import type { Pair } from '../model/pair.ts';
import type { CompletenessScore } from '../report/report.ts';
import { anyCounts, countParts, countSentence, type EventsById } from './count-parts.ts';
import { givenOrders } from './given-orders.ts';
import { score, sum } from './share.ts';

export function completeness(
  pairs: readonly Pair[],
  events: EventsById,
  given: readonly OrderAccount[] = [],
): CompletenessScore {
  const parts = countParts(pairs, events);
  const actions = sum(pairs, ({ actions, repeatOf }) => (repeatOf === null ? actions : 0));
  const missing = sum(parts, ({ effect, count }) => (effect === 'missing' ? count : 0));
  const countedByMeta = sum(pairs, ({ counted }) => counted);
  return {
    ...score(actions - missing, actions, countSentence(actions, countedByMeta, parts)),
    countedByMeta,
    parts,
    orders: given.length > 0 ? givenOrders(given, pairs, events) : orderCounts(pairs, events),
  };
}

/** Distinct order numbers: a repeat of an order's event adds nothing. */
function orderCounts(pairs: readonly Pair[], events: EventsById): CompletenessScore['orders'] {
  const newSet = () => new Set<string>();
  const orders = { of: newSet(), browser: newSet(), server: newSet(), counted: newSet() };
  for (const pair of pairs) {
    if (pair.order === null) continue;
    orders.of.add(pair.order);
    if (anyCounts(pair.browser, events)) orders.browser.add(pair.order);
    if (anyCounts(pair.server, events)) orders.server.add(pair.order);
    if (pair.counted > 0) orders.counted.add(pair.order);
  }
  const { of, browser, server, counted } = orders;
  return { of: of.size, browser: browser.size, server: server.size, counted: counted.size };
}
