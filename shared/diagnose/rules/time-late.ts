/** The server event left long after the action. */
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../model/event.ts';
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
    const event = server.find((each) => mayBeLate(each, firstAt) && lateBy(each, actionOf(each, browser)) > 0);
    if (event === undefined || event.seenAt === null) return null;
    const action = actionOf(event, browser);
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

/** The event that tells when it happened: of the pair's Pixel calls the nearest, else the server event itself. */
function actionOf(event: ServerEvent, browser: readonly BrowserEvent[]): TrackedEvent {
  const distance = (other: TrackedEvent) => Math.abs(other.at - event.at);
  return (
    browser.reduce<TrackedEvent | null>(
      (best, each) => (best && distance(best) <= distance(each) ? best : each),
      null,
    ) ?? event
  );
}

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
