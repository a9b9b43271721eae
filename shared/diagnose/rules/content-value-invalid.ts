/** A value that Meta cannot read as a number of at least 0. */
import { isGiven, readAmount } from '../../meta/money.ts';
import type { Json } from '../../model/json.ts';
import { fieldEvidence, sidesInWords } from '../purchases.ts';
import type { Rule } from '../rule.ts';

export const contentValueInvalid: Rule = {
  code: 'content.value-invalid',
  severity: 'error',
  title: 'The value is not a number that Meta reads',
  eventsManager: 'Invalid value',
  source: 'Meta: Pixel reference; Graph error 2804009',
  confidence: 'high',
  check(view) {
    const events = view.events.filter(({ customData }) => isBroken(customData['value']));
    if (events.length === 0) return null;
    const shown = [...new Set(events.map(({ customData }) => JSON.stringify(customData['value'])))].join(' and ');
    return {
      detail: `${sidesInWords(events)[0]?.toUpperCase()}${sidesInWords(events).slice(1)} says value ${shown}. Meta reads a number of at least 0 with a dot, without currency sign or thousands separator.`,
      fix: `Send a number, not a formatted text: value: 12.5 instead of '12,50' or '$12.50'.`,
      events,
      ...fieldEvidence(events, 'value'),
    };
  },
};

function isBroken(value: Json | undefined): boolean {
  return isGiven(value) && readAmount(value) === null;
}
