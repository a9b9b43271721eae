/** The Pixel fired one action twice, with different or no ids. */
import { countsAtMeta, type Side, type TrackedEvent } from '../../model/event.ts';
import { receivedAt } from '../../pair/traits.ts';
import { firstOfAction, type PairView, type Rule } from '../rule.ts';

export const dupBrowserTwins: Rule = {
  code: 'dup.browser-twins',
  severity: 'error',
  title: 'The Pixel sent the same action twice under different ids',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const sends = twoSends(view, 'browser');
    if (sends === null) return null;
    const [first, again] = sends;
    return {
      detail: `${view.pair.eventName} left the browser twice for one action, as ${first.id} and ${again.id}, with ${idsInWords(first.eventId, again.eventId)}. ${whatCounts(sends)}`,
      fix: `Find the second trigger (two tags, a tag manager beside the theme, a handler bound twice) and remove it, or give both the same eventID.`,
      events: sends,
      browser: `${first.eventId ?? 'no id'} · ${again.eventId ?? 'no id'}`,
    };
  },
};

export type Sends = [first: TrackedEvent, again: TrackedEvent];

/** The send of that side which stands for the action, and this pair's, the earlier first; null where they share an id. */
export function twoSends(view: PairView, side: Side): Sends | null {
  const standing = firstOfAction(view, side);
  const own = view[side][0];
  if (standing === null || own === undefined) return null;
  if (standing.eventId !== null && standing.eventId === own.eventId) return null;
  return receivedAt(standing) <= receivedAt(own) ? [standing, own] : [own, standing];
}

export function whatCounts(sends: Sends): string {
  const arrived = sends.filter(countsAtMeta);
  if (arrived.length === sends.length) return 'Meta counts each.';
  const [one] = arrived;
  return one === undefined
    ? 'Neither reached Meta.'
    : `Of the two only ${one.id} reached Meta, under an id of its own.`;
}

export function idsInWords(first: string | null, second: string | null): string {
  if (first === null && second === null) return 'no id at all';
  return first === null || second === null ? 'an id on only one of them' : 'different ids';
}
