/** An id that sits where Meta does not read it. */
import { misplacedId } from '../../pair/traits.ts';
import { quote, type Rule } from '../rule.ts';

export const idMisplaced: Rule = {
  code: 'id.misplaced',
  severity: 'error',
  title: 'The id sits where Meta does not read it',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check({ pair, events }) {
    const event = events.find((each) => each.eventId === null && misplacedId(each) !== null);
    const found = event === undefined ? null : misplacedId(event);
    if (event === undefined || found === null) return null;
    const isBrowser = event.side === 'browser';
    const fix = isBrowser
      ? `The id belongs in the fourth argument, as text: fbq('track', '${pair.eventName}', {…}, { eventID: '${found.value}' }).`
      : `The id belongs at the event's top level as event_id, beside event_name: setEventId(id) in Meta's SDKs.`;
    return {
      detail: `${found.field} holds ${quote(found.value)}, but Meta reads the id only from ${isBrowser ? 'eid' : 'event_id'}. For deduplication this event has no id.`,
      fix,
      events: [event],
      [event.side]: `${found.field} = ${found.value}`,
    };
  },
};
