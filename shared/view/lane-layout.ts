/** The picture of a session: a mark per event in two lanes, and a link for each two events that a rule brought together. */
import type { EventId, Side } from '../model/event.ts';
import type { Pair, PairRule, Verdict } from '../model/pair.ts';
import { momentOf } from './moment.ts';
import type { EventRow } from './rows.ts';
import { type Fold, layOutTime, type Tick } from './time-axis.ts';

export type LaneMark = {
  id: EventId;
  side: Side;
  x: number;
  /** Key of its pair; null for copies and automatic events. */
  pair: string | null;
  verdict: Verdict | null;
  /** `counts`: Meta has it. `lost`: Meta did not get it. `quiet`: a copy or an automatic event. */
  look: 'counts' | 'lost' | 'quiet';
  name: string;
  /** Row of its label, 0 nearest to the lane; null where there is no room for one. */
  labelTier: number | null;
};

/** `rule` says how the line is drawn: solid, dashed, or broken where Meta would not join the two. */
export type LaneLink = { pair: string; rule: PairRule; fromX: number; toX: number };

export type LaneLayout = { widthPx: number; marks: LaneMark[]; links: LaneLink[]; folds: Fold[]; ticks: Tick[] };

const labelTiers = 2;
const labelGapPx = 10;
const charPx = 6.1;
const padding = { left: 16, right: 108 };

export function layOutLanes(
  { events, pairs }: { events: Iterable<EventRow>; pairs: Iterable<Pair> },
  roomPx: number,
): LaneLayout {
  const rows = [...events].sort((a, b) => momentOf(a) - momentOf(b));
  const allPairs = [...pairs];
  const pairOf = pairByEvent(allPairs);
  const columns = columnsOf(rows);
  const axis = layOutTime(
    columns.map((column) => column.moment),
    { roomPx, paddingPx: padding },
  );
  const marks = columns.flatMap(({ rows: atOnce }, index) =>
    atOnce.map((event) => markOf(event, pairOf.get(event.id), axis.xs[index] ?? padding.left)),
  );
  placeLabels(marks);
  const xs = new Map(marks.map((mark) => [mark.id, mark.x]));
  return {
    widthPx: axis.widthPx,
    marks,
    links: allPairs.flatMap((pair) => linksOf(pair, xs)),
    folds: axis.folds,
    ticks: axis.ticks,
  };
}

type Column = { moment: number; rows: EventRow[] };

/** Events of one moment share a place, except two of one lane: they would hide each other. */
function columnsOf(rows: readonly EventRow[]): Column[] {
  const columns: Column[] = [];
  for (const row of rows) {
    const moment = momentOf(row);
    const last = columns.at(-1);
    const isFree = last?.moment === moment && last.rows.every((other) => other.side !== row.side);
    if (isFree) last.rows.push(row);
    else columns.push({ moment, rows: [row] });
  }
  return columns;
}

function pairByEvent(pairs: Iterable<Pair>): Map<EventId, Pair> {
  const byEvent = new Map<EventId, Pair>();
  for (const pair of pairs) for (const id of [...pair.browser, ...pair.server]) byEvent.set(id, pair);
  return byEvent;
}

function markOf(event: EventRow, pair: Pair | undefined, x: number): LaneMark {
  const { id, side, eventName: name } = event;
  const look = event.role !== 'event' ? 'quiet' : event.counts ? 'counts' : 'lost';
  return { id, side, x, pair: pair?.key ?? null, verdict: pair?.verdict ?? null, look, name, labelTier: null };
}

/** From left to right, each label takes the nearest row that is free. */
function placeLabels(marks: LaneMark[]): void {
  const ends: Record<Side, number[]> = { browser: [], server: [] };
  for (const mark of marks) {
    if (mark.look === 'quiet') continue;
    const rows = ends[mark.side];
    for (let tier = 0; tier < labelTiers; tier += 1) {
      if ((rows[tier] ?? Number.NEGATIVE_INFINITY) > mark.x) continue;
      rows[tier] = mark.x + mark.name.length * charPx + labelGapPx;
      mark.labelTier = tier;
      break;
    }
  }
}

/** The first copies are linked; each repeat is linked to the first copy of the other side. */
function linksOf({ key, rule, browser, server }: Pair, xs: ReadonlyMap<EventId, number>): LaneLink[] {
  const [firstBrowser] = browser;
  const [firstServer] = server;
  if (rule === null || firstBrowser === undefined || firstServer === undefined) return [];
  const ends: [EventId, EventId][] = [
    ...server.map((id): [EventId, EventId] => [firstBrowser, id]),
    ...browser.slice(1).map((id): [EventId, EventId] => [id, firstServer]),
  ];
  return ends.flatMap(([from, to]) => {
    const fromX = xs.get(from);
    const toX = xs.get(to);
    return fromX === undefined || toX === undefined ? [] : [{ pair: key, rule, fromX, toX }];
  });
}
