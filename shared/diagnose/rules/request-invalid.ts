/** A server event for which Graph would refuse the request, by the same checks as our test endpoint's. */
import { toCapiJson } from '../../meta/capi-json.ts';
import { checkEvent } from '../../meta/graph-check.ts';
import type { GraphError } from '../../meta/graph-error.ts';
import type { ServerEvent } from '../../model/event.ts';
import type { Rule, SessionView } from '../rule.ts';

export const requestInvalid: Rule = {
  code: 'request.invalid',
  severity: 'error',
  title: 'Meta would refuse this server event',
  eventsManager: null,
  source: "Meta: Server event parameters; Graph's error codes",
  confidence: 'high',
  check({ server, session }) {
    // What Meta took proves that it takes it; what the test endpoint took leniently proves nothing.
    const isProven = (each: ServerEvent) => each.outcome === 'accepted' && !each.isRehearsed;
    const event = server.find((each) => !isProven(each) && errorOf(each, 0) !== null);
    const error = event === undefined ? null : errorOf(event, placeOf(event, session));
    if (event === undefined || error === null) return null;
    const number = [error.code, error.subcode].filter((each) => each !== null).join('/');
    const what = error.detail ?? error.message;
    return {
      detail: `${what} Graph refuses a request with such an event (error ${number}), and with it every other event in it.`,
      fix: `Mend the parameter that is named, and check events before they are batched: one bad event costs the whole request. A resend with the same event_id is safe.`,
      events: [event],
      server: error.title ?? error.message,
    };
  },
};

/** Its age is that at sending; where nobody saw it leave it counts as sent at once. */
function errorOf(event: ServerEvent, place: number): GraphError | null {
  return checkEvent(toCapiJson(event), `$['data'][${place}]`, event.seenAt ?? event.at);
}

function placeOf(event: ServerEvent, session: SessionView): number {
  return session.request(event.request).findIndex(({ id }) => id === event.id);
}
