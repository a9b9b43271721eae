/** Both copies carry an id, and the ids differ: two events to Meta. Names the difference. */
import { isAutomaticEventId } from '../../meta/automatic.ts';
import { type IdRelation, relateIds } from '../../pair/id-forms.ts';
import { quote, type Rule } from '../rule.ts';

const advice: Record<IdRelation, string> = {
  case: 'Ids are compared with their case: do not change it on the way.',
  'white space': 'Trim the id before it is sent.',
  'leading zeros': 'Keep the id a string everywhere: as a number it loses its zeros.',
  prefix: 'Build the id in one place and use the same text on both sides.',
  suffix: 'Build the id in one place and use the same text on both sides.',
  'prefix and suffix': 'Build the id in one place and use the same text on both sides.',
  unrelated: 'Make the id once (on the server, or in the page and post it along) and send the same text twice.',
};

export const idMismatch: Rule = {
  code: 'id.mismatch',
  severity: 'error',
  title: 'The two copies carry different event_ids',
  eventsManager: 'Event IDs do not match between Pixel and server',
  source: 'Meta: Deduplicate Pixel and server events',
  confidence: 'high',
  check(view) {
    const { copies } = view;
    const [left, right] = [copies?.browser.eventId ?? null, copies?.server.eventId ?? null];
    if (!copies || left === null || right === null || isAutomaticEventId(left)) return null;
    const relation = relateIds(left, right);
    if (relation === null) return null;
    const how = relation === 'unrelated' ? 'They have nothing in common.' : `They differ by ${relation}.`;
    return {
      detail: `The Pixel sent ${quote(left)}, the server ${quote(right)} for the same action. ${how} To Meta these are two events.`,
      fix: `${advice[relation]} Pixel: the fourth argument { eventID: id } of fbq; server: event_id.`,
      events: [copies.browser, copies.server],
      browser: left,
      server: right,
    };
  },
};
