/** The Pixel's own counter skips: it counted an event that was not seen here. */
import type { PageLoad } from '../session/page-loads.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

/** So many missing numbers are named. */
const namedNumbers = 5;

export const deliveryCounterGap: SessionRule<'page-load'> = {
  code: 'delivery.counter-gap',
  severity: 'warning',
  title: 'The Pixel counted an event that was not seen',
  eventsManager: null,
  source: "Meta's script, as recorded",
  confidence: 'medium',
  over: 'page-load',
  check(load, session) {
    const from = load.isSeenFromStart ? 0 : load.lowest;
    const missing = load.highest - from + 1 - load.count;
    if (missing === 0) return null;
    const settled = load.lastAt + diagnoseThresholds.silentAfterMs;
    if (settled > session.now()) return { until: settled };
    const numbers = numbersMissing(load, from);
    const around = neighboursOf(load, numbers[0] ?? from);
    const events = around.flatMap((id) => session.event(id) ?? []);
    const names = numbers.join(', ') + (missing > numbers.length ? ', …' : '');
    return {
      detail: `On one page load the Pixel of dataset ${load.datasetId} counted up to ec ${load.highest}, and ${missing === 1 ? `number ${names} is` : `numbers ${names} are`} missing. The page counted ${missing === 1 ? 'an event' : `${missing} events`} that did not pass here: stopped by an extension or by Meta's settings for the dataset (a blocked or unverified event), or left out of the recording.`,
      fix: `Look at the page's console for “event was suppressed”, and in Events Manager at the dataset's settings for blocked events. Repeat the visit without extensions, and with the whole recording.`,
      events,
      browser: `ec ${numbers.length === 1 ? '' : 'numbers '}${names} missing`,
    };
  },
};

function numbersMissing({ seen, highest }: PageLoad, from: number): number[] {
  const numbers: number[] = [];
  for (let number = from; number < highest && numbers.length < namedNumbers; number++) {
    if (seen[number] === undefined) numbers.push(number);
  }
  return numbers;
}

/** The events before and behind the first missing number. */
function neighboursOf({ seen, highest }: PageLoad, number: number) {
  const before = seen[number - 1];
  let next = number + 1;
  while (next < highest && seen[next] === undefined) next++;
  return [before, seen[next]].filter((id) => id !== undefined);
}
