/** The server sent one action twice, with different or no ids. */
import { type Rule, wasSentAgain } from '../rule.ts';
import { idsInWords, twoSends, whatCounts } from './dup-browser-twins.ts';

export const dupServerTwins: Rule = {
  code: 'dup.server-twins',
  severity: 'error',
  title: 'The server sent the same action twice under different ids',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const sends = twoSends(view, 'server');
    if (sends === null || wasSentAgain(view)) return null;
    const [first, again] = sends;
    return {
      detail: `${view.pair.eventName} left the server twice for one action, as ${first.id} and ${again.id}, with ${idsInWords(first.eventId, again.eventId)}. ${whatCounts(sends)}`,
      fix: `Derive event_id from the action (the order number, say) instead of making a new one per send, and look for two integrations that both send it.`,
      events: sends,
      server: `${first.eventId ?? 'no id'} · ${again.eventId ?? 'no id'}`,
    };
  },
};
