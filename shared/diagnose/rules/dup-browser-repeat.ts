/** The Pixel fired the same id and name again. */

import { quote, type Rule } from '../rule.ts';
import { idReused } from './id-reused.ts';

export const dupBrowserRepeat: Rule = {
  code: 'dup.browser-repeat',
  severity: 'warning',
  title: 'The Pixel sent the same event again',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const { browser, pair } = view;
    const id = browser[0]?.eventId ?? null;
    if (browser.length < 2 || id === null || idReused.check(view) !== null) return null;
    return {
      detail: `The Pixel sent ${pair.eventName} with eid ${quote(id)} ${browser.length} times. Meta promises to drop repeats between browser and server, not within the browser.`,
      fix: `Fire the event once: guard the click handler or the thank-you page against a second run, and look for a second tag.`,
      events: browser,
      browser: `${browser.length} × ${id}`,
    };
  },
};
