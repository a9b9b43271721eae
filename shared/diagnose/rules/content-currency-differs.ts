/** The copies name different currencies. */
import { isGiven } from '../../meta/money.ts';
import type { Rule } from '../rule.ts';

export const contentCurrencyDiffers: Rule = {
  code: 'content.currency-differs',
  severity: 'error',
  title: 'The copies report different currencies',
  eventsManager: null,
  source: 'Meta: Pixel reference',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies) return null;
    const [left, right] = [copies.browser.customData['currency'], copies.server.customData['currency']];
    if (!isGiven(left) || !isGiven(right) || sameCode(left, right)) return null;
    return {
      detail: `The Pixel says ${String(left)}, the server ${String(right)}. The same number in another currency is another revenue.`,
      fix: `Send the order's own currency on both sides: currency in fbq's third argument and custom_data.currency.`,
      events: [copies.browser, copies.server],
      browser: String(left),
      server: String(right),
    };
  },
};

function sameCode(left: unknown, right: unknown): boolean {
  return String(left).trim().toUpperCase() === String(right).trim().toUpperCase();
}
