/** Streams of one event name on one side: where a side falls silent while the other goes on with the same action. */
import type { Side } from '../../model/event.ts';
import type { Pair } from '../../model/pair.ts';
import type { SessionView } from '../rule.ts';
import type { News, Tracker } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { compareMoments, createOrdered, type Moment, type Ordered } from './ordered.ts';

/** Pairs of one dataset and event name, seen from one side. A moment's key is the pair's. */
export type Stream = {
  name: string;
  side: Side;
  eventName: string;
  /** Pairs in which the side has an event. */
  present: Ordered<Moment>;
  /** Pairs in which it has none and the other side has one. */
  missing: Ordered<Moment>;
  /** Moments of `present` after which enough are missing to ask whether the side was silent. */
  lulls: ReadonlyMap<string, Moment>;
};

type Lane = Stream & { lulls: Map<string, Moment> };
type Series = Record<Side, Lane>;

export function trackStreams(): Tracker<Stream> {
  const lanes = new Map<string, Lane>();
  const series = new Map<string, Series>();

  function take({ pairs, removedPairs, replaced }: News, session: SessionView): Set<string> {
    const touched = new Set<string>();
    const shared = (pair: Pair | undefined) => (pair !== undefined && isShared(pair, session) ? pair : null);
    for (const key of removedPairs) move(shared(replaced.get(key)), null, touched);
    for (const pair of pairs) move(shared(replaced.get(pair.key)), shared(pair), touched);
    return touched;
  }

  function move(from: Pair | null, to: Pair | null, touched: Set<string>): void {
    if (isSamePlace(from, to)) return;
    if (from !== null) put(from, 'out', touched);
    if (to !== null) put(to, 'in', touched);
  }

  function put(pair: Pair, way: 'in' | 'out', touched: Set<string>): void {
    const { browser, server } = seriesOf(pair);
    putInto(browser, pair, way);
    putInto(server, pair, way);
    touched.add(browser.name).add(server.name);
  }

  function seriesOf({ datasetId, eventName }: Pair): Series {
    const name = `${datasetId} ${eventName}`;
    const known = series.get(name);
    if (known !== undefined) return known;
    const made = { browser: open('browser', name), server: open('server', name) };
    series.set(name, made);
    for (const lane of [made.browser, made.server]) lanes.set(lane.name, lane);
    return made;
  }

  return { take, subject: (name) => lanes.get(name) ?? null };
}

/** True where both stand in the same series, at the same time, on the same sides. */
function isSamePlace(a: Pair | null, b: Pair | null): boolean {
  if (a === null || b === null) return a === b;
  const isSameSeries = a.datasetId === b.datasetId && a.eventName === b.eventName;
  return (
    isSameSeries &&
    a.at === b.at &&
    hasSide(a, 'browser') === hasSide(b, 'browser') &&
    hasSide(a, 'server') === hasSide(b, 'server')
  );
}

function hasSide(pair: Pair, side: Side): boolean {
  return pair[side].length > 0;
}

function putInto(lane: Lane, pair: Pair, way: 'in' | 'out'): void {
  const list = hasSide(pair, lane.side) ? lane.present : lane.missing;
  if (way === 'in') list.add(pair);
  else list.remove(pair);
  refresh(lane, pair);
}

function open(side: Side, series: string): Lane {
  const [present, missing] = [createOrdered<Moment>(compareMoments), createOrdered<Moment>(compareMoments)];
  const eventName = series.slice(series.indexOf(' ') + 1);
  return { name: `${side} ${series}`, side, eventName, present, missing, lulls: new Map() };
}

/** Looks again at the gaps around a moment that came or went. */
function refresh(lane: Lane, moment: Moment): void {
  if (lane.missing.size === 0 && lane.lulls.size === 0) return;
  lane.lulls.delete(moment.key);
  const before = lane.present.before(moment);
  if (before !== null) lookAfter(lane, before);
  const next = lane.present.after(before ?? { at: Number.NEGATIVE_INFINITY, key: '' });
  if (next?.key === moment.key) lookAfter(lane, next);
}

function lookAfter(lane: Lane, from: Moment): void {
  const end = lane.present.after(from)?.at ?? Number.POSITIVE_INFINITY;
  let last: Moment | null = from;
  for (let count = 0; count < diagnoseThresholds.silenceMissed && last !== null; count++) {
    last = lane.missing.after(last);
  }
  if (last !== null && last.at < end && isLong(lane, from)) lane.lulls.set(from.key, from);
  else lane.lulls.delete(from.key);
}

/** Shorter ones are no silence in any stream: only so many long ones fit into a session, however many events it has. */
function isLong({ present, missing }: Lane, from: Moment): boolean {
  const to = present.after(from);
  const last = to === null ? missing.at(missing.size - 1) : missing.before(to);
  const lengthMs = (last?.at ?? 0) - (missing.after(from)?.at ?? 0);
  return lengthMs >= diagnoseThresholds.silenceMs;
}

/** False for what one side alone ever sends: sales in a shop, renewals, refunds. */
function isShared(pair: Pair, session: SessionView): boolean {
  const [first] = pair.server;
  if (pair.browser.length > 0 || first === undefined) return true;
  const event = session.event(first);
  return event?.side !== 'server' || event.actionSource === null || event.actionSource === 'website';
}
