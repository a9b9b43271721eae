/** A field that must be hashed carries plain text. */
import type { TrackedEvent } from '../../model/event.ts';
import { fieldFaults, type PlainField } from '../field-faults.ts';
import { sortOfText } from '../hashes/shape.ts';
import { normalizationAdvice } from '../normalization-advice.ts';
import type { Rule } from '../rule.ts';

export const keyUnhashed: Rule = {
  code: 'key.unhashed',
  severity: 'error',
  title: 'Customer information is not hashed',
  eventsManager: 'Customer information isn’t hashed',
  source: 'Meta: Customer information parameters; Graph error 2804016',
  confidence: 'high',
  check(view) {
    const { plain } = fieldFaults(view);
    const [first] = plain;
    if (first === undefined) return null;
    const isServer = plain.some(({ event }) => event.side === 'server');
    const words = (side: TrackedEvent['side']) =>
      sortsOf(plain.filter(({ event }) => event.side === side))
        .map(([key, sort]) => `${key}: ${sort}`)
        .join(', ') || null;
    const what = sortsOf(plain).map(([key, sort]) => `${key} (${sort})`);
    return {
      detail: `${what.join(', ')} ${what.length === 1 ? 'is' : 'are'} sent as readable text. ${
        isServer
          ? 'Meta takes these fields as SHA-256 hashes only and refuses the whole request (2804016).'
          : "Meta’s script hashes what fbq('init') is given; this call was made past it, and Meta cannot match by plain text."
      }`,
      fix: normalizationAdvice(first.key),
      events: [...new Set(plain.map(({ event }) => event))],
      browser: words('browser'),
      server: words('server'),
    };
  },
};

/** The fields, each once, with the sort of text that the last of them holds; never the text. */
function sortsOf(plain: readonly PlainField[]): [string, string][] {
  return [...new Map(plain.map(({ key, text }) => [key, sortOfText(text)]))];
}
