/** The server event left long after the action. */
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const timeLate: Rule = {
  code: 'time.late',
  severity: 'warning',
  title: 'The server event left late',
  eventsManager: 'Data freshness',
  check({ browser, server }) {
    const event = server.find((each) => lateBy(each.seenAt, browser[0]?.at ?? each.at) > 0);
    if (event === undefined) return null;
    const happenedAt = browser[0]?.at ?? event.at;
    const delayMs = (event.seenAt ?? happenedAt) - happenedAt;
    return {
      severity: delayMs > diagnoseThresholds.veryLateMs ? 'error' : 'warning',
      detail: `The server event left ${formatDuration(delayMs)} after the action. Meta asks for real time; ads learn less from what comes late, and a late copy may miss its browser twin.`,
      fix: `Send it in the request that completes the action, or give the queue that holds it its own fast worker.`,
      events: browser[0] === undefined ? [event] : [browser[0], event],
      server: `sent ${formatDuration(delayMs)} after the action`,
    };
  },
};

function lateBy(sentAt: number | null, happenedAt: number): number {
  return sentAt === null ? 0 : sentAt - happenedAt - diagnoseThresholds.lateMs;
}
