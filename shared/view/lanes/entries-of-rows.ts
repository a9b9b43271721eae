/** Turns rows into what stands on the axis. */
import { diagnoseThresholds } from '../../diagnose/thresholds.ts';
import { momentOf } from '../moment.ts';
import type { Moment } from '../moments.ts';
import type { EventRow } from '../rows.ts';
import { oneLine } from '../visible-text.ts';
import { type LaneEntry, lookOf } from './lane-entry.ts';

const blank = {
  order: 0,
  look: 'quiet',
  grade: 'quiet',
  pair: null,
  moment: null,
  tail: null,
  column: -1,
} as const satisfies Partial<LaneEntry>;

/** A mark carries the beginning of its name. */
const longestName = 60;

export function entryOfEvent(row: EventRow): LaneEntry {
  const { id, side } = row;
  const name = oneLine(row.eventName, longestName);
  return { ...blank, id, lane: side, at: momentOf(row), order: Number(id.slice(1)), name, look: lookOf(row) };
}

export function entryOfMoment(moment: Moment): LaneEntry {
  return {
    ...blank,
    id: `moment ${moment.key}`,
    lane: 'axis',
    at: moment.at,
    name: oneLine(moment.text, longestName),
    moment,
  };
}

/** When a server event that left late really left (`time.late`); null where it left in time. */
export function arrivalOf({ id, side, role, at, seenAt, eventName: name }: EventRow): LaneEntry | null {
  if (side !== 'server' || role !== 'event' || seenAt === null || !isLate(seenAt - at)) return null;
  return {
    ...blank,
    id: `late ${id}`,
    lane: 'arrival',
    at: seenAt,
    order: Number(id.slice(1)),
    name: oneLine(name, longestName),
  };
}

/** By how much the latest of these server events left late, ms; null where none did. */
export function delayOf(rows: readonly EventRow[]): number | null {
  const delays = rows.map(({ role, at, seenAt }) => (role !== 'event' || seenAt === null ? 0 : seenAt - at));
  const longest = Math.max(0, ...delays);
  return isLate(longest) ? longest : null;
}

function isLate(delayMs: number): boolean {
  return delayMs > diagnoseThresholds.lateMs;
}
