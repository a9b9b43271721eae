/** A readable e-mail address, phone number or name in the URL or a parameter of a call to Meta. */
import type { TrackedEvent } from '../../model/event.ts';
import { personalTexts } from '../personal-text.ts';
import type { Rule } from '../rule.ts';

export const privacyPlainPii: Rule = {
  code: 'privacy.plain-pii',
  severity: 'error',
  title: 'Personal data is readable in a call to Meta',
  eventsManager: 'Potentially violating personal data sent to Meta',
  source: 'Meta: Sensitive and prohibited data',
  confidence: 'high',
  check({ events }) {
    const found = events.flatMap((event) => personalTexts(event).map((text) => ({ event, ...text })));
    if (found.length === 0) return null;
    const places = (side?: TrackedEvent['side']) =>
      [
        ...new Set(
          found.flatMap(({ event, place, sort }) =>
            side === undefined || event.side === side ? [`${place}: ${sort}`] : [],
          ),
        ),
      ].join('; ');
    return {
      detail: `Anyone who sees the call can read it (${places()}). Meta forbids personal data outside the hashed customer fields, strips it, warns in Events Manager and may block the event.`,
      fix: `Keep it out of page addresses (send forms by POST, redirect to a clean URL) and out of custom data; what Meta may use belongs hashed into fbq('init', …) and user_data.`,
      events: [...new Set(found.map(({ event }) => event))],
      browser: places('browser') || null,
      server: places('server') || null,
    };
  },
};
