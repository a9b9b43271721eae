/** A website server event without its browser twin, where the browser does send this event name. */
import type { Rule } from '../rule.ts';

export const coverageBrowserMissing: Rule = {
  code: 'coverage.browser-missing',
  severity: 'warning',
  title: 'No Pixel call for this event',
  eventsManager: 'Event coverage',
  source: 'Meta: Event coverage',
  confidence: 'medium',
  check({ pair, browser, server, session }) {
    const [event] = server;
    if (event === undefined || browser.length > 0 || pair.repeatOf !== null || pair.candidates.length > 0) return null;
    const isWebsite = event.actionSource === 'website' || event.actionSource === null;
    if (!isWebsite || !session.sends('browser', event.eventName, pair.datasetId)) return null;
    return {
      detail: `The browser sends ${event.eventName} for other actions, but no call was seen for this one: it may have been blocked, the visitor may have left before it fired, or it has no browser at all.`,
      fix: `If the visitor saw the page, look there: a blocker, consent, a script error before fbq, a redirect that skips the thank-you page.`,
      events: [event],
      server: event.eventId ?? 'no event_id',
    };
  },
};
