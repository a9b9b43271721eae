/** The shop has an order of which neither side sent a Purchase. */
import { orderInWords } from '../orders/order-words.ts';
import type { SessionRule } from '../session-rule.ts';

export const coverageOrderMissing: SessionRule<'order'> = {
  code: 'coverage.order-missing',
  severity: 'error',
  title: 'An order was not reported',
  eventsManager: null,
  source: 'Twinlane: evidence of the recordings',
  confidence: 'medium',
  over: 'order',
  check({ order, isReported, isDue, isCovered, isContested }) {
    if (!isDue || !isCovered || isContested || isReported) return null;
    return {
      detail: `${orderInWords(order)} has no Purchase, neither from the Pixel nor from the server, although Purchases of other orders of that time were seen. Meta does not learn of this sale.`,
      fix: 'Send the Purchase from the server when the order is paid, from the same place for every way to pay, and not only from the thank-you page, which express checkouts and interrupted visits never show.',
      events: [],
      browser: null,
      server: null,
    };
  },
};
