/** A field that must be hashed carries plain text. */
import type { TrackedEvent } from '../../model/event.ts';
import { customerValues, isHashedKey } from '../customer-values.ts';
import { shapeOf, sortOfText } from '../hashes/shape.ts';
import { normalizationAdvice } from '../normalization-advice.ts';
import type { Rule } from '../rule.ts';

export const keyUnhashed: Rule = {
  code: 'key.unhashed',
  severity: 'error',
  title: 'Customer information is not hashed',
  eventsManager: 'Customer information isn’t hashed',
  source: 'Meta: Customer information parameters; Graph error 2804016',
  confidence: 'high',
  check({ browser, server }) {
    const found = [...browser, ...server].map((event) => ({ event, plain: plainFields(event) }));
    const faulty = found.filter(({ plain }) => plain.size > 0);
    const [first] = faulty;
    if (first === undefined) return null;
    const isServer = faulty.some(({ event }) => event.side === 'server');
    const words = (side: TrackedEvent['side']) => {
      const fields = faulty.flatMap(({ event, plain }) => (event.side === side ? [...plain] : []));
      return [...new Map(fields)].map(([key, sort]) => `${key}: ${sort}`).join(', ') || null;
    };
    const what = [...new Map(faulty.flatMap(({ plain }) => [...plain]))].map(([key, sort]) => `${key} (${sort})`);
    return {
      detail: `${what.join(', ')} ${what.length === 1 ? 'is' : 'are'} sent as readable text. ${
        isServer
          ? 'Meta takes these fields as SHA-256 hashes only and refuses the whole request (2804016).'
          : "Meta’s script hashes what fbq('init') is given; this call was made past it, and Meta cannot match by plain text."
      }`,
      fix: normalizationAdvice([...first.plain.keys()][0] ?? 'em'),
      events: faulty.map(({ event }) => event),
      browser: words('browser'),
      server: words('server'),
    };
  },
};

/** The fields with plain text, and what sort of text it is; never the text. */
function plainFields(event: TrackedEvent): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, values] of customerValues(event)) {
    const plain = isHashedKey(key) ? values.find((value) => shapeOf(value).kind === 'plain') : undefined;
    if (plain !== undefined) found.set(key, sortOfText(plain));
  }
  return found;
}
