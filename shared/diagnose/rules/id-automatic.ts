/** The Pixel's id was made by Meta's script, so the site's server cannot know it. */
import { isAutomaticEventId } from '../../meta/automatic.ts';
import { quote, type Rule } from '../rule.ts';

export const idAutomatic: Rule = {
  code: 'id.automatic',
  severity: 'warning',
  title: "The Pixel's id was made by Meta's script",
  eventsManager: null,
  source: "Meta: Deduplicate Pixel and server events; Meta's script, as recorded",
  confidence: 'high',
  check({ pair, browser }) {
    const event = browser.find(({ eventId }) => eventId !== null && isAutomaticEventId(eventId));
    if (event === undefined || event.eventId === null) return null;
    return {
      detail: `${quote(event.eventId)} is a random id that Meta's script gave because the site gave none. It joins this call to its gateway copy only; the site's own server event can never carry it.`,
      fix: `Give the event an id of your own: fbq('track', '${pair.eventName}', {…}, { eventID: id }), and send the same event_id from the server.`,
      events: [event],
      browser: event.eventId,
    };
  },
};
