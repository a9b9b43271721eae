/** A Purchase of a time of which the shop's orders are known, and none of them is it. */
import { quote, type Rule } from '../rule.ts';

export const coverageNoOrder: Rule = {
  code: 'coverage.no-order',
  severity: 'warning',
  title: 'No order explains this Purchase',
  eventsManager: null,
  source: 'Twinlane: evidence of the recordings',
  confidence: 'medium',
  check({ pair, events, session }) {
    if (!session.orders.isUnexplained(pair.key)) return null;
    const [first] = events;
    const named =
      pair.order === null
        ? 'It carries no order number, and no order of its amount was placed then.'
        : `It names order ${quote(pair.order)}, which is not among the orders of that time.`;
    return {
      detail: `${named} Most other Purchases of this dataset have their order, so Meta may count a sale that was none.`,
      fix: 'Fire Purchase only when the shop has stored the order, with its number as order_id: not on the button, not for a failed payment, and not again when the thank-you page is opened later.',
      events,
      [first?.side ?? 'browser']: pair.order ?? first?.eventId ?? 'no order number',
    };
  },
};
