/** How soon server events leave after the action that they tell of. */
import { diagnoseThresholds } from '../diagnose/thresholds.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { FreshnessScore } from '../report/report.ts';
import { formatDuration } from '../view/duration.ts';
import { formatCount } from '../view/plural.ts';
import { fewestToJudge, inWords, score } from './share.ts';

/**
 * Over server events with a time of their own whose sending was seen. A small delay below zero is whole seconds and
 * clocks, and counts as none; an event_time far ahead says nothing of the delay, and is counted apart.
 */
export function freshness(own: readonly TrackedEvent[]): FreshnessScore {
  const all = own.flatMap((event) =>
    event.side === 'server' && event.seenAt !== null && event.hasOwnTime ? [event.seenAt - event.at] : [],
  );
  const possible = all.filter((delayMs) => delayMs >= -diagnoseThresholds.futureToleranceMs);
  const delays = Float64Array.from(possible, (delayMs) => Math.max(0, delayMs)).sort();
  const withinMinute = upTo(delays, diagnoseThresholds.lateMs);
  const withinHour = upTo(delays, diagnoseThresholds.veryLateMs);
  const [medianMs, p95Ms] = [rank(delays, 0.5), rank(delays, 0.95)];
  const spread =
    medianMs === null || p95Ms === null
      ? ''
      : ` The median is ${formatDuration(medianMs)}, the 95th percentile ${formatDuration(p95Ms)}.`;
  const ahead = all.length - possible.length;
  const note = `${inWords(withinMinute, delays.length)} server events left within a minute of the action, ${formatCount(withinHour)} within an hour.${spread}${aheadNote(ahead)}`;
  return { ...score(withinMinute, delays.length, note), withinMinute, withinHour, medianMs, p95Ms, ahead };
}

function aheadNote(ahead: number): string {
  return ahead === 0 ? '' : ` Left out: ${ahead} with an event_time later than they were sent.`;
}

/** How many of the sorted delays are no longer than `limitMs`. */
function upTo(delays: Float64Array, limitMs: number): number {
  const first = delays.findIndex((delayMs) => delayMs > limitMs);
  return first < 0 ? delays.length : first;
}

/** Percentile by nearest rank: a delay that occurred. Null where there are too few. */
function rank(delays: Float64Array, share: number): number | null {
  return delays.length < fewestToJudge ? null : (delays[Math.ceil(share * delays.length) - 1] ?? null);
}
