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
/** Where a pair stands: in which series, and on which sides it has events. */
type Placed = Moment & { series: Series; hasBrowser: boolean; hasServer: boolean };

export function trackStreams(): Tracker<Stream> {
  const lanes = new Map<string, Lane>();
  const series = new Map<string, Series>();
  const placed = new Map<string, Placed>();

  function take({ pairs, removedPairs }: News, session: SessionView): Set<string> {
    const touched = new Set<string>();
    for (const key of removedPairs) move(key, null, touched);
    for (const pair of pairs) move(pair.key, isShared(pair, session) ? place(pair) : null, touched);
    return touched;
  }

  function place(pair: Pair): Placed {
    const [hasBrowser, hasServer] = [pair.browser.length > 0, pair.server.length > 0];
    return { at: pair.at, key: pair.key, series: seriesOf(pair), hasBrowser, hasServer };
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

  function move(key: string, to: Placed | null, touched: Set<string>): void {
    const from = placed.get(key) ?? null;
    if (isSamePlace(from, to)) return;
    if (to === null) placed.delete(key);
    else placed.set(key, to);
    for (const moment of [from, to]) {
      if (moment === null) continue;
      put(moment, moment === to ? 'in' : 'out');
      for (const side of ['browser', 'server'] as const) touched.add(moment.series[side].name);
    }
  }

  return { take, subject: (name) => lanes.get(name) ?? null };
}

function isSamePlace(a: Placed | null, b: Placed | null): boolean {
  if (a === null || b === null) return a === b;
  return a.at === b.at && a.series === b.series && a.hasBrowser === b.hasBrowser && a.hasServer === b.hasServer;
}

/** Into both lanes or out of them. */
function put(moment: Placed, way: 'in' | 'out'): void {
  const { series, hasBrowser, hasServer } = moment;
  putInto(series.browser, hasBrowser, { moment, way });
  putInto(series.server, hasServer, { moment, way });
}

function putInto(lane: Lane, isPresent: boolean, { moment, way }: { moment: Placed; way: 'in' | 'out' }): void {
  const list = isPresent ? lane.present : lane.missing;
  if (way === 'in') list.add(moment);
  else list.remove(moment);
  refresh(lane, moment);
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
  if (last !== null && last.at < end) lane.lulls.set(from.key, from);
  else lane.lulls.delete(from.key);
}

/** False for what one side alone ever sends: sales in a shop, renewals, refunds. */
function isShared(pair: Pair, session: SessionView): boolean {
  const [first] = pair.server;
  if (pair.browser.length > 0 || first === undefined) return true;
  const event = session.event(first);
  return event?.side !== 'server' || event.actionSource === null || event.actionSource === 'website';
}
