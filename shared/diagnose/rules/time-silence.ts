/** One side stops sending an event that the other side goes on sending. */
import type { Side, TrackedEvent } from '../../model/event.ts';
import { formatDuration } from '../../view/duration.ts';
import type { SessionView } from '../rule.ts';
import { compareMoments, type Moment } from '../session/ordered.ts';
import type { Stream } from '../session/streams.ts';
import type { Coverage, SessionRule } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export const timeSilence: SessionRule<'stream'> = {
  code: 'time.silence',
  severity: 'warning',
  title: 'One side fell silent while the other went on',
  eventsManager: null,
  source: 'Twinlane: evidence of the recordings',
  confidence: 'medium',
  over: 'stream',
  check(stream, session) {
    const longest = longestOf(silencesOf(stream));
    if (longest === null) return null;
    const { side, eventName } = stream;
    const other = side === 'browser' ? 'server' : 'browser';
    const [silent, loud] = [sideNames[side], sideNames[other]];
    const { missed, lengthMs, rhythmMs, from, to } = longest;
    const ending = to === null ? 'and has not come back' : `until ${timeText(to.at)}`;
    return {
      detail: `${silent} sends ${eventName} every ${formatDuration(rhythmMs)} on average, then missed ${missed} in a row over ${formatDuration(lengthMs)}, after ${timeText(from.at)} ${ending}. ${loud} went on, so there were actions to report.`,
      fix: advice[side],
      events: missedEvents(stream, longest, { session, other }),
      [side]: `nothing for ${formatDuration(lengthMs)}`,
      [other]: `${missed} events`,
      covers: coverage(stream, longest, session),
    };
  },
};

const sideNames: Record<Side, string> = { browser: 'The Pixel', server: 'The server' };
const advice: Record<Side, string> = {
  server:
    'Look at that time for a deployment, an expired access token, a stopped queue worker or a cron job that did not run; send what is still waiting within 7 days.',
  browser:
    'Look at that time for a release of the theme or tag manager, a consent banner, or a Content Security Policy that keeps the Pixel from sending.',
};

type Silence = { from: Moment; to: Moment | null; missed: number; lengthMs: number; rhythmMs: number };

/** Silences that are long by the stream's own rhythm, measured from the first missed action to the last. */
function silencesOf(stream: Stream): Silence[] {
  if (stream.present.size < diagnoseThresholds.rhythmEvents) return [];
  const all = [...stream.lulls.values()].flatMap((from) => silenceAfter(stream, from) ?? []);
  const { silenceMs, silenceFactor } = diagnoseThresholds;
  return all.filter(({ lengthMs, rhythmMs }) => lengthMs >= silenceMs && lengthMs >= silenceFactor * rhythmMs);
}

function silenceAfter({ present, missing }: Stream, from: Moment): Silence | null {
  const to = present.after(from);
  const first = missing.after(from);
  const beyond = to === null ? missing.size : missing.rank(to);
  const last = missing.at(beyond - 1);
  const [start, end] = [present.at(0), present.at(present.size - 1)];
  if (first === null || last === null || start === null || end === null) return null;
  const gapMs = to === null ? 0 : to.at - from.at;
  const gaps = present.size - 1 - (to === null ? 0 : 1);
  const rhythmMs = (end.at - start.at - gapMs) / Math.max(1, gaps);
  return { from, to, missed: beyond - missing.rank(from), lengthMs: last.at - first.at, rhythmMs };
}

/** The first of equally long ones, so that the order of arrival does not matter. */
function longestOf(silences: Silence[]): Silence | null {
  const sorted = silences.sort((a, b) => b.lengthMs - a.lengthMs || a.from.at - b.from.at);
  return sorted[0] ?? null;
}

type Looking = { session: SessionView; other: Side };

function missedEvents({ missing }: Stream, silence: Silence, { session, other }: Looking): TrackedEvent[] {
  const pairs = [...momentsIn(missing, silence, diagnoseThresholds.eventsPerFinding)];
  return pairs.flatMap(({ key }) => {
    const id = session.pair(key)?.[other][0];
    return (id === undefined ? null : session.event(id)) ?? [];
  });
}

function* momentsIn(missing: Stream['missing'], { from, to }: Silence, limit: number): Generator<Moment> {
  let moment = missing.after(from);
  for (let count = 0; moment !== null && count < limit && isBefore(moment, to); count++) {
    yield moment;
    moment = missing.after(moment);
  }
}

/** In the order of the stream, which tells moments of one millisecond apart. */
function isBefore(moment: Moment, to: Moment | null): boolean {
  return to === null || compareMoments(moment, to) < 0;
}

/** A silence that goes on covers new pairs as they come: they are judged then anyway. */
function coverage(stream: Stream, silence: Silence, session: SessionView): Coverage {
  const { from, to } = silence;
  return {
    scope: `${from.at} ${from.key} ${to?.at ?? ''} ${to?.key ?? ''}`,
    pairs: () => [...momentsIn(stream.missing, silence, Number.POSITIVE_INFINITY)].map(({ key }) => key),
    holds(key) {
      const pair = session.pair(key);
      if (pair === null || pair[stream.side].length > 0) return false;
      const isInTime = compareMoments(pair, from) > 0 && isBefore(pair, to);
      return isInTime && stream.name === `${stream.side} ${pair.datasetId} ${pair.eventName}`;
    },
  };
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
