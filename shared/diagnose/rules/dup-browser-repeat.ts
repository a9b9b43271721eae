/** The Pixel fired the same id and name again. */
import type { Side } from '../../model/event.ts';
import { receivedAt } from '../../pair/traits.ts';
import { formatDuration } from '../../view/duration.ts';
import { firstOfAction, type Hit, type PairView, quote, type Rule } from '../rule.ts';
import { idReused } from './id-reused.ts';

const fixOf =
  'Fire the event once: guard the click handler or the thank-you page against a second run, and look for a second tag.';

export const dupBrowserRepeat: Rule = {
  code: 'dup.browser-repeat',
  severity: 'warning',
  title: 'The Pixel sent the same event again',
  eventsManager: null,
  source: 'Meta: Deduplicate Pixel and server events; Twinlane: evidence of the recordings',
  confidence: 'medium',
  check(view) {
    const { browser, pair } = view;
    const id = browser[0]?.eventId ?? null;
    const after = repeatAfterWindow(view, 'browser');
    if (after !== null) return { ...after, fix: fixOf };
    if (browser.length < 2 || id === null || idReused.check(view) !== null) return null;
    return {
      detail: `The Pixel sent ${pair.eventName} with eid ${quote(id)} ${browser.length} times. Meta promises to drop repeats between browser and server, not within the browser.`,
      fix: fixOf,
      events: browser,
      browser: `${browser.length} × ${id}`,
    };
  },
};

/** One id, sent again after the 48 hours in which Meta drops repeats: it counts once more. */
export function repeatAfterWindow(view: PairView, side: Side): Omit<Hit, 'fix'> | null {
  const standing = firstOfAction(view, side);
  const own = view[side][0];
  if (standing === null || own === undefined || own.eventId === null || own.eventId !== standing.eventId) return null;
  const [first, again] = receivedAt(standing) <= receivedAt(own) ? [standing, own] : [own, standing];
  const gap = formatDuration(receivedAt(again) - receivedAt(first));
  return {
    detail: `${view.pair.eventName} left the ${side} with event_id ${quote(own.eventId)} again, ${gap} after the first time. Meta drops repeats for 48 hours; this one counts as another action.`,
    events: [first, again],
    [side]: `2 × ${own.eventId}`,
  };
}
