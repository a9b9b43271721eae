/** The server gave an id, the Pixel did not: Meta cannot join them by event_id. */
import { isAutomaticEventId } from '../../meta/automatic.ts';
import { quote, type Rule } from '../rule.ts';

export const idMissingBrowser: Rule = {
  code: 'id.missing-browser',
  severity: 'error',
  title: 'The Pixel call has no event_id',
  eventsManager: 'Your server is sending event IDs that the Pixel does not send',
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.browser.eventId !== null || copies.server.eventId === null) return null;
    if (isAutomaticEventId(copies.server.eventId)) return null;
    return {
      detail: `The server sent ${view.pair.eventName} with event_id ${quote(copies.server.eventId)}; its Pixel call carries none, so Meta cannot match the two by id.`,
      fix: `Pass the same id as the fourth argument: fbq('track', '${view.pair.eventName}', {…}, { eventID: '${copies.server.eventId}' }).`,
      events: [copies.browser, copies.server],
      server: copies.server.eventId,
    };
  },
};
