/** The Pixel gave an id, the server did not: Meta cannot join them by event_id. */
import { isAutomaticEventId } from '../../meta/automatic.ts';
import { quote, type Rule } from '../rule.ts';

export const idMissingServer: Rule = {
  code: 'id.missing-server',
  severity: 'error',
  title: 'The server event has no event_id',
  eventsManager: 'Server events are missing event IDs',
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.server.eventId !== null || copies.browser.eventId === null) return null;
    if (isAutomaticEventId(copies.browser.eventId)) return null;
    return {
      detail: `The Pixel sent ${view.pair.eventName} with eid ${quote(copies.browser.eventId)}; the server event carries no event_id, so Meta cannot match the two by id.`,
      fix: `Set event_id to the Pixel's eventID on the server event: setEventId(id) in the Node and PHP SDKs, event_id=id in Python, “Event ID” in the GTM server tag.`,
      events: [copies.browser, copies.server],
      browser: copies.browser.eventId,
    };
  },
};
