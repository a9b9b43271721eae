/** The server sent one action twice, with different or no ids. */

import { firstOfAction, type Rule } from '../rule.ts';
import { idsInWords } from './dup-browser-twins.ts';

export const dupServerTwins: Rule = {
  code: 'dup.server-twins',
  severity: 'error',
  title: 'The server sent the same action twice under different ids',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const first = firstOfAction(view, 'server');
    const again = view.server[0];
    if (first === null || again === undefined) return null;
    return {
      detail: `${view.pair.eventName} left the server twice for one action, as ${first.id} and ${again.id}, with ${idsInWords(first.eventId, again.eventId)}. Meta counts each.`,
      fix: `Derive event_id from the action (the order number, say) instead of making a new one per send, and look for two integrations that both send it.`,
      events: [first, ...view.server],
      server: `${first.eventId ?? 'no id'} · ${again.eventId ?? 'no id'}`,
    };
  },
};
