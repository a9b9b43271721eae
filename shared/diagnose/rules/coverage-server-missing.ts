/** A browser event without its server twin, where the server does send this event name. */
import type { Rule } from '../rule.ts';

export const coverageServerMissing: Rule = {
  code: 'coverage.server-missing',
  severity: 'warning',
  title: 'No server copy of this event',
  eventsManager: 'Event coverage',
  source: 'Meta: Event coverage',
  confidence: 'medium',
  check({ pair, browser, server, session }) {
    const [event] = browser;
    if (event === undefined || server.length > 0 || pair.repeatOf !== null || pair.candidates.length > 0) return null;
    if (!session.sends('server', event.eventName, pair.datasetId)) return null;
    return {
      detail: `The server sends ${event.eventName} for other actions, but not for this one. Where the browser's copy gets lost (blocker, redirect), Meta learns nothing.`,
      fix: `Look at this order or action in the server's log: was the job queued, skipped by a condition, or did it fail before sending?`,
      events: [event],
      browser: event.eventId ?? 'no event_id',
    };
  },
};
