/** The Pixel fired one action twice, with different or no ids. */
import { firstOfAction, type Rule } from '../rule.ts';

export const dupBrowserTwins: Rule = {
  code: 'dup.browser-twins',
  severity: 'error',
  title: 'The Pixel sent the same action twice under different ids',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const first = firstOfAction(view, 'browser');
    const again = view.browser[0];
    if (first === null || again === undefined) return null;
    return {
      detail: `${view.pair.eventName} left the browser twice for one action, as ${first.id} and ${again.id}, with ${idsInWords(first.eventId, again.eventId)}. Meta counts each.`,
      fix: `Find the second trigger (two tags, a tag manager beside the theme, a handler bound twice) and remove it, or give both the same eventID.`,
      events: [first, ...view.browser],
      browser: `${first.eventId ?? 'no id'} · ${again.eventId ?? 'no id'}`,
    };
  },
};

export function idsInWords(first: string | null, second: string | null): string {
  if (first === null && second === null) return 'no id at all';
  return first === null || second === null ? 'an id on only one of them' : 'different ids';
}
