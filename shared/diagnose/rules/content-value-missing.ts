/** A Purchase without value. */
import { fieldEvidence, purchasesWithout, sidesInWords } from '../purchases.ts';
import type { Rule } from '../rule.ts';

export const contentValueMissing: Rule = {
  code: 'content.value-missing',
  severity: 'error',
  title: 'A Purchase without value',
  eventsManager: 'Missing value',
  source: 'Meta: Pixel reference; Graph error 2804009',
  confidence: 'high',
  check(view) {
    const events = purchasesWithout(view, 'value');
    if (events.length === 0) return null;
    return {
      detail: `A Purchase must say its value, and it is missing on ${sidesInWords(events)}. Graph refuses such a server event (2804009); a Pixel call counts without revenue.`,
      fix: "Pass the order’s total: fbq('track', 'Purchase', { value: 49.9, currency: 'EUR' }, …) and custom_data.value on the server.",
      events,
      ...fieldEvidence(events, 'value'),
    };
  },
};
