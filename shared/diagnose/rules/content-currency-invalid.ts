/** A currency that is no ISO 4217 code. */
import { isCurrencyCode, isGiven } from '../../meta/money.ts';
import { fieldEvidence } from '../purchases.ts';
import type { Rule } from '../rule.ts';

export const contentCurrencyInvalid: Rule = {
  code: 'content.currency-invalid',
  severity: 'error',
  title: 'The currency is not an ISO 4217 code',
  eventsManager: 'Invalid currency code',
  source: 'Meta: Pixel reference; ISO 4217',
  confidence: 'high',
  check(view) {
    const events = view.events.filter(
      ({ customData }) => isGiven(customData['currency']) && !isCurrencyCode(customData['currency']),
    );
    if (events.length === 0) return null;
    const shown = [...new Set(events.map(({ customData }) => JSON.stringify(customData['currency'])))].join(' and ');
    return {
      detail: `currency is ${shown}; Meta takes three-letter ISO 4217 codes such as EUR or USD. The value cannot be read as revenue.`,
      fix: `Send the code, not the sign or the name: currency: 'EUR'.`,
      events,
      ...fieldEvidence(events, 'currency'),
    };
  },
};
