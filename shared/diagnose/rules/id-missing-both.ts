/** Twins without any id: Meta has only fbp or external_id to go by, and only when the browser comes first. */
import type { Rule } from '../rule.ts';

export const idMissingBoth: Rule = {
  code: 'id.missing-both',
  severity: 'error',
  title: 'Neither copy has an event_id',
  eventsManager: 'No event ID is being sent',
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    if (!copies || copies.browser.eventId !== null || copies.server.eventId !== null) return null;
    return {
      detail: `Both sides sent this ${view.pair.eventName} and neither gave an event_id. Meta can join them only by fbp or external_id, and only when the browser's copy arrives first.`,
      fix: `Make one id per action on the server, give it to the page, and send it twice: fbq('track', '${view.pair.eventName}', {…}, { eventID: id }) and event_id: id.`,
      events: [copies.browser, copies.server],
    };
  },
};
