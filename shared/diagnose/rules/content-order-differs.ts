/** The copies of one event name different orders, or the shop's order has another value. */
import type { TrackedEvent } from '../../model/event.ts';
import { idForm } from '../../pair/id-forms.ts';
import { valueAgainstOrder } from '../orders/value-against-order.ts';
import type { Hit, PairView, Rule } from '../rule.ts';

export const contentOrderDiffers: Rule = {
  code: 'content.order-differs',
  severity: 'warning',
  title: 'Order number or value is not that of the order',
  eventsManager: null,
  source: 'Meta: Pixel reference',
  confidence: 'high',
  check: (view) => numberAgainstCopy(view) ?? valueAgainstOrder(view),
};

function numberAgainstCopy(view: PairView): Hit | null {
  const { copies } = view;
  // One id on several orders of a side is a matter of the id, not of the order number.
  if (!copies || view.pair.rule !== 'P1' || view.pair.actions > 1) return null;
  const [browser, server] = [orderOf(copies.browser), orderOf(copies.server)];
  if (browser === null || server === null || idForm(browser) === idForm(server)) return null;
  return {
    detail: `Both copies carry the same event_id, and the Pixel names order ${browser}, the server order ${server}. Meta keeps one of the two, so reports by order number find the order or do not.`,
    fix: `Take order_id from the same field on both sides, usually the number that the customer sees: { order_id } in fbq's third argument and custom_data.order_id.`,
    events: [copies.browser, copies.server],
    browser,
    server,
  };
}

/** Meta's own field; a number in the page's address may be another one, a database key for instance. */
function orderOf({ customData }: TrackedEvent): string | null {
  const order = customData['order_id'];
  return (typeof order === 'string' && order.trim() !== '') || typeof order === 'number' ? String(order).trim() : null;
}
