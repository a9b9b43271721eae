/** The server sent the same id and name again; a retry after a failed send is harmless. */
import type { ServerEvent } from '../../model/event.ts';
import { quote, type Rule } from '../rule.ts';
import { repeatAfterWindow } from './dup-browser-repeat.ts';
import { idReused } from './id-reused.ts';

const sendOnce = 'Send each action once: look for a job that runs twice or two integrations that both send it.';

export const dupServerRepeat: Rule = {
  code: 'dup.server-repeat',
  severity: 'warning',
  title: 'The server sent the same event again',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const { server, pair } = view;
    const id = server[0]?.eventId ?? null;
    const after = repeatAfterWindow(view, 'server');
    if (after !== null) return { ...after, fix: sendOnce };
    if (server.length < 2 || id === null || idReused.check(view) !== null) return null;
    const isRetry = server.slice(1).every((event, at) => isRetryOf(event, server[at], server));
    return {
      severity: isRetry ? 'info' : 'warning',
      detail: isRetry
        ? `The server sent event_id ${quote(id)} again with the same content after a send that failed: a retry. Meta drops the repeat.`
        : `The server sent ${pair.eventName} with event_id ${quote(id)} ${server.length} times. Within 48 hours Meta drops the repeats; after that each one counts.`,
      fix: isRetry ? 'Nothing: keep the event_id the same in retries, as here.' : sendOnce,
      events: server,
      server: `${server.length} × ${id}`,
    };
  },
};

function isRetryOf(event: ServerEvent, before: ServerEvent | undefined, all: readonly ServerEvent[]): boolean {
  if (before === undefined || !(before.outcome === 'rejected' || isUnanswered(before, all))) return false;
  const content = ({ at, userData, customData }: ServerEvent) => JSON.stringify([at, userData, customData]);
  return content(event) === content(before);
}

/** Nothing came back, in a log that shows the answer to another send of it. */
function isUnanswered({ outcome, source }: ServerEvent, all: readonly ServerEvent[]): boolean {
  const isAnswered = (event: ServerEvent) => event.outcome === 'accepted' || event.outcome === 'rejected';
  return outcome === 'logged' && all.some((event) => isAnswered(event) && event.source.input === source.input);
}
