/** event_time lies behind the moment at which the event was sent. */
import type { ServerEvent } from '../../model/event.ts';
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const timeFuture: Rule = {
  code: 'time.future',
  severity: 'error',
  title: 'event_time is in the future',
  eventsManager: null,
  source: 'Twinlane: evidence of the recordings',
  confidence: 'low',
  check({ browser, server }) {
    const event = server.find((each) => aheadMs(each) > diagnoseThresholds.futureToleranceMs);
    if (event === undefined) return null;
    return {
      detail: `event_time was still ${formatDuration(aheadMs(event))} ahead when the event was sent. How far ahead Meta takes it is not documented; an action that has not happened yet cannot be right.`,
      fix: `Send Unix seconds in UTC, taken when the action happens: Math.floor(Date.now() / 1000). Look at the server's clock and time zone.`,
      events: [...browser.slice(0, 1), event],
      server: `event_time ${new Date(event.at).toISOString()}, sent ${formatDuration(aheadMs(event))} before`,
    };
  },
};

/** In ms; 0 where one of the two times is not known. */
function aheadMs({ at, hasOwnTime, seenAt }: ServerEvent): number {
  return hasOwnTime && seenAt !== null ? at - seenAt : 0;
}
