/** event_time is older than Meta takes. */
import { maxAgeDays } from '../../meta/graph-check.ts';
import type { ServerEvent } from '../../model/event.ts';
import { formatDuration } from '../../view/duration.ts';
import type { Rule } from '../rule.ts';

const dayMs = 86_400_000;

export const timeTooOld: Rule = {
  code: 'time.too-old',
  severity: 'error',
  title: 'event_time is older than Meta takes',
  eventsManager: null,
  source: 'Meta: Server event parameters; Graph error 2804003',
  confidence: 'high',
  check({ browser, server }) {
    const event = server.find((each) => ageMs(each) > maxAgeDays(each.actionSource) * dayMs);
    if (event === undefined) return null;
    const days = maxAgeDays(event.actionSource);
    return {
      detail: `The event was sent ${formatDuration(ageMs(event))} after its event_time; Meta takes ${days} days${days > 7 ? ' for physical_store' : ''}. It refuses the whole request, with every other event in it (2804003).`,
      fix: `Send events as they happen. Keep old ones out of a batch with new ones: what is older than ${days} days cannot be sent any more.`,
      events: [...browser.slice(0, 1), event],
      server: `event_time ${new Date(event.at).toISOString()}, sent ${formatDuration(ageMs(event))} later`,
    };
  },
};

/** At sending, in ms; 0 where one of the two times is not known. */
function ageMs({ at, hasOwnTime, seenAt }: ServerEvent): number {
  return hasOwnTime && seenAt !== null ? seenAt - at : 0;
}
