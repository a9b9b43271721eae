/** A Purchase without currency. */
import { fieldEvidence, purchasesWithout, sidesInWords } from '../purchases.ts';
import type { Rule } from '../rule.ts';

export const contentCurrencyMissing: Rule = {
  code: 'content.currency-missing',
  severity: 'error',
  title: 'A Purchase without currency',
  eventsManager: 'Missing currency',
  source: 'Meta: Pixel reference; Graph error 2804009',
  confidence: 'high',
  check(view) {
    const events = purchasesWithout(view, 'currency');
    if (events.length === 0) return null;
    return {
      detail: `A Purchase must say its currency, and it is missing on ${sidesInWords(events)}. Without it the value cannot be reported as revenue.`,
      fix: "Pass the order’s ISO 4217 code beside the value: currency: 'EUR' in fbq’s third argument and custom_data.currency on the server.",
      events,
      ...fieldEvidence(events, 'currency'),
    };
  },
};
