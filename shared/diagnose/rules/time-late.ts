/** The server event left long after the action. */
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../model/event.ts';
import { lowerBound } from '../../model/sorted.ts';
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const timeLate: Rule = {
  code: 'time.late',
  severity: 'warning',
  title: 'The server event left late',
  eventsManager: 'Data freshness',
  source: 'Meta: Conversions API best practices',
  confidence: 'high',
  check({ browser, server }) {
    const firstAt = browser.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
    const nearest = nearestIn(browser);
    const actionOf = (each: ServerEvent): TrackedEvent => nearest(each.at) ?? each;
    const event = server.find((each) => mayBeLate(each, firstAt) && lateBy(each, actionOf(each)) > 0);
    if (event === undefined || event.seenAt === null) return null;
    const action = actionOf(event);
    const delayMs = event.seenAt - action.at;
    return {
      severity: delayMs > diagnoseThresholds.veryLateMs ? 'error' : 'warning',
      detail: `The server event left ${formatDuration(delayMs)} after the action. Meta asks for real time; ads learn less from what comes late, and a late copy may miss its browser twin.`,
      fix: `Send it in the request that completes the action, or give the queue that holds it its own fast worker.`,
      events: action === event ? [event] : [action, event],
      server: `sent ${formatDuration(delayMs)} after the action`,
    };
  },
};

/**
 * The Pixel call of the pair that is nearest in time tells when it happened; none: the server event itself does. Sorted
 * when first asked for: one id can stand for thousands of calls.
 */
function nearestIn(browser: readonly BrowserEvent[]): (at: number) => BrowserEvent | null {
  let sorted: readonly BrowserEvent[] | null = null;
  return (at) => {
    sorted ??= browser.length > 1 ? browser.toSorted(byTime) : browser;
    const next = lowerBound<Moment>(sorted, { at }, byTime);
    const [before, after] = [sorted[next - 1] ?? null, sorted[next] ?? null];
    if (before === null || after === null) return before ?? after;
    return at - before.at <= after.at - at ? before : after;
  };
}

type Moment = Pick<BrowserEvent, 'at'>;
const byTime = (a: Moment, b: Moment) => a.at - b.at;

/** Not where it left soon after its own time and after the first of the actions: then none is far enough. */
function mayBeLate(event: ServerEvent, firstAt: number): boolean {
  const earliest = Math.min(firstAt, event.at);
  return event.seenAt !== null && event.seenAt - earliest > diagnoseThresholds.lateMs && !isUploadedLater(event);
}

/** Sales in a store are uploaded afterwards, by Meta's leave up to 62 days. */
function isUploadedLater({ actionSource }: ServerEvent): boolean {
  return actionSource === 'physical_store';
}

function lateBy({ seenAt }: ServerEvent, action: TrackedEvent): number {
  return seenAt === null ? 0 : seenAt - action.at - diagnoseThresholds.lateMs;
}
