/** The server's event_time is off by the same amount again and again: a clock or a time zone, not a late queue. */
import type { TrackedEvent } from '../../model/event.ts';
import { formatDuration } from '../../view/duration.ts';
import type { SessionView } from '../rule.ts';
import type { ClockOffsets } from '../session/clock-offsets.ts';
import type { SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const timeClockOffset: SessionRule<'clock-offsets'> = {
  code: 'time.clock-offset',
  severity: 'warning',
  title: "The server's event_time is off by a steady amount",
  eventsManager: null,
  source: 'Twinlane: evidence of the recordings',
  confidence: 'medium',
  over: 'clock-offsets',
  check(offsets, session) {
    const { far, judged } = offsets;
    const median = far.at(Math.floor((far.size - 1) / 2))?.at ?? null;
    if (median === null || !isSteady(offsets, median)) return null;
    const zone = zoneOf(median);
    if (zone === null && median > 0 && offsets.sentThen * 2 > far.size) return null;
    const amount = `${formatDuration(Math.abs(median))} ${median > 0 ? 'ahead of' : 'behind'}`;
    const spread = formatDuration((far.at(far.size - 1)?.at ?? 0) - (far.at(0)?.at ?? 0));
    return {
      detail: `In ${far.size} of ${judged} pairs event_time is ${amount} the Pixel's time, steadily: the median is ${formatDuration(median)}, the spread ${spread}. ${meaning(zone)} Meta takes the event for one of another time, and refuses the request where it is then more than 7 days old.`,
      fix: zone === null ? setTheClock : sendUtc,
      events: eventsOf(offsets, session),
      browser: "the Pixel's ts",
      server: `event_time ${median > 0 ? '+' : ''}${formatDuration(median)}`,
      covers: { scope: 'all', pairs: offsets.keys, holds: offsets.has },
    };
  },
};

const sendUtc =
  "Send Unix time, which has no zone: Math.floor(Date.now() / 1000) in Node, time() in PHP, int(time.time()) in Python. Do not make it from a local date's text or by datetime.utcnow().timestamp().";
const setTheClock =
  "Set the server's clock by NTP, and take event_time from it when the action happens. If the visitor's clock is the wrong one, other visitors do not show this.";

/** Enough pairs, and nearly all far ones at the same distance: a queue would scatter them. */
function isSteady({ far }: ClockOffsets, median: number): boolean {
  const { steadyMs, steadyPairs, steadyShare } = diagnoseThresholds;
  const from = far.rank({ at: median - steadyMs, key: '', isSendTime: false });
  const to = far.rank({ at: median + steadyMs + 1, key: '', isSendTime: false });
  return to - from >= steadyPairs && (to - from) / far.size >= steadyShare;
}

function meaning(zone: string | null): string {
  return zone === null
    ? 'A clock that is wrong does this, on the server or at the visitor.'
    : `That is the distance of ${zone}: a local time was sent as if it were UTC, or UTC as if it were local.`;
}

/** `UTC+02:00` where the offset is that of a zone; null where it is not. */
function zoneOf(offsetMs: number): string | null {
  const { zoneStepMs, zoneToleranceMs, widestZoneMs } = diagnoseThresholds;
  const nearest = Math.round(Math.abs(offsetMs) / zoneStepMs) * zoneStepMs;
  if (nearest === 0 || nearest > widestZoneMs || Math.abs(Math.abs(offsetMs) - nearest) > zoneToleranceMs) return null;
  const minutes = nearest / 60_000;
  const two = (part: number) => String(part).padStart(2, '0');
  return `UTC${offsetMs > 0 ? '+' : '−'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Both copies of the first pairs, those with the smallest offset. */
function eventsOf({ far }: ClockOffsets, session: SessionView): TrackedEvent[] {
  const events: TrackedEvent[] = [];
  for (let place = 0; place < far.size && events.length < diagnoseThresholds.eventsPerFinding; place++) {
    const pair = session.pair(far.at(place)?.key ?? '');
    const ids = [pair?.browser[0], pair?.server[0]].filter((id) => id !== undefined);
    events.push(...ids.flatMap((id) => session.event(id) ?? []));
  }
  return events;
}
