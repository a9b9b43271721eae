/** One plain sentence for each pair: why Meta would count it as it does. */
import { countsAtMeta, type Side, type TrackedEvent } from '../model/event.ts';
import type { Verdict } from '../model/pair.ts';
import { formatDuration } from '../view/duration.ts';
import { relateIds } from './id-forms.ts';
import { type Member, receivedAt } from './traits.ts';
import type { Joined } from './verdict.ts';

export type Made = { verdict: Verdict; gapMs: number | null; isRepeat: boolean };

export function explain(unit: Joined, { verdict, gapMs, isRepeat }: Made): string {
  const apart = gapMs === null ? '' : `, ${distance(gapMs)}`;
  switch (verdict) {
    case 'deduplicated':
      return `Same dataset, event name and event_id${apart}.`;
    case 'fallback':
      return `No shared event_id, but the same ${unit.unit.joinedBy?.evidence[0]?.kind ?? 'visitor'}, browser first${apart}.`;
    case 'double-counted':
      return `Both sides sent it and Meta would not join them: ${separation(unit)}.`;
    case 'browser-only':
      return oneSided(unit, { side: 'browser', other: 'server', isRepeat });
    case 'server-only':
      return oneSided(unit, { side: 'server', other: 'browser', isRepeat });
  }
}

/** `event_time` is in whole seconds: a smaller gap than that says nothing about which came first. */
function distance(gapMs: number): string {
  return Math.abs(gapMs) < 1000 ? 'within a second' : `${formatDuration(Math.abs(gapMs))} apart`;
}

/** What keeps Meta from joining two copies of one action, the most telling difference first. */
function separation({ browser, server }: Joined): string {
  const [left, right] = [browser[0], server[0]];
  if (!left || !right) return 'one side is missing';
  return differenceOf(left, right);
}

function differenceOf(left: Member, right: Member): string {
  const [a, b] = [left.event.eventId, right.event.eventId];
  if (a === null && b === null) return 'neither carries an event_id';
  if (a === null) return 'the Pixel call carries no event_id';
  if (b === null) return 'the server event carries no event_id';
  if (a !== b) return differentIds(a, b);
  if (left.event.eventName !== right.event.eventName) {
    return `the event names differ (${left.event.eventName} and ${right.event.eventName})`;
  }
  if (left.dataset === null || right.dataset === null) return 'of one of them the dataset is not known';
  if (left.dataset !== right.dataset) return 'they went to different datasets';
  return `they are ${formatDuration(Math.abs(receivedAt(right.event) - receivedAt(left.event)))} apart, more than 48 h`;
}

function differentIds(a: string, b: string): string {
  const relation = relateIds(a, b);
  return relation === 'unrelated' || relation === null ? 'the event_ids differ' : `the event_ids differ by ${relation}`;
}

type Alone = { side: Side; other: Side; isRepeat: boolean };

function oneSided(unit: Joined, { side, other, isRepeat }: Alone): string {
  const lost = unit[other].find(({ event }) => !countsAtMeta(event));
  const isThere = unit[side].some(({ event }) => countsAtMeta(event));
  const own = side === 'browser' ? 'the Pixel call' : 'the server event';
  if (!isThere) return nothingArrived(unit, own);
  if (lost !== undefined) return `Only ${own} counts: ${lossOf(lost.event)}.`;
  if (unit.unit.candidates.length > 0) return undecided(unit.unit.candidates.length);
  if (isRepeat) return `The same action, sent once more from the ${side}.`;
  return side === 'browser' ? 'No server event for this Pixel call.' : 'No Pixel call for this server event.';
}

function undecided(candidates: number): string {
  if (candidates === 1) return 'No clear twin: its 1 candidate fits another event equally well.';
  return `No clear twin: ${candidates} candidates fit equally well.`;
}

function nothingArrived({ browser, server }: Joined, own: string): string {
  const losses = [browser[0], server[0]].filter((each) => each !== undefined).map(({ event }) => lossOf(event));
  return losses.length === 0 ? `Meta got nothing of ${own}.` : `Meta got nothing of it: ${losses.join(', and ')}.`;
}

/** How an event got lost on its way. */
function lossOf({ side, outcome, answer }: TrackedEvent): string {
  const detail = answer === null ? '' : ` (${answer})`;
  if (side === 'server') return `Meta refused the server event${detail}`;
  if (outcome === 'blocked') return `the Pixel call was blocked in the browser${detail}`;
  if (outcome === 'aborted') return `the Pixel call was cut off${detail}`;
  return `the Pixel call failed${detail}`;
}
