/** Gives every entry its column, and each column its place and what lies before it; only as much as has changed. */
import { type AxisPace, isOutgrown, paceOf } from './axis-pace.ts';
import type { LaneAxis } from './lane-axis.ts';
import { type LaneEntry, type LaneGrade, laneGrades } from './lane-entry.ts';

/** Numbers kept for each lane: one a grade for what is in sight, and one for all there is. */
const laneStride = laneGrades.length + 1;
const stride = 2 * laneStride;
const totalAt = laneGrades.length;
const gradeAt = Object.fromEntries(laneGrades.map((grade, index) => [grade, index])) as Record<LaneGrade, number>;

export type LaneLayout = {
  axis: LaneAxis;
  /** Index of the first entry of each column; one more than there are columns. */
  firstEntry: Int32Array;
  /** What lies before each column, by lane and grade; one row more than there are columns. */
  before: Uint32Array;
  pace: AxisPace;
};

export const emptyLayout = (): LaneLayout => ({
  axis: { size: 0, at: new Float64Array(0), open: new Float64Array(0), folds: new Float64Array(0) },
  firstEntry: new Int32Array(1),
  before: new Uint32Array(stride),
  pace: { foldMs: 5000, unitsPerMs: 0, columns: 0 },
});

/** `entries` sorted; those before `dirtyFrom` are as they were. Changes the layout in place; returns from which column. */
export function updateLayout(layout: LaneLayout, entries: readonly LaneEntry[], dirtyFrom: number): number {
  ensureRoom(layout, entries.length);
  const first = assignColumns(layout, entries, dirtyFrom);
  countColumns(layout, entries, first);
  const isNewPace = isOutgrown(layout.pace, layout.axis.size);
  if (isNewPace) layout.pace = paceOf(layout.axis.at, layout.axis.size);
  placeColumns(layout, isNewPace ? 0 : first);
  return isNewPace ? 0 : first;
}

/** Counts only: the entries stand where they stood, but some look different or left the sight. */
export function recount(layout: LaneLayout, entries: readonly LaneEntry[], dirtyFrom: number): void {
  countColumns(layout, entries, entries[dirtyFrom]?.column ?? layout.axis.size);
}

/** How many events of a lane and grade stand in the columns `from` to `to`, the latter not included. */
export function countIn(
  { before }: LaneLayout,
  { lane, grade }: { lane: 'browser' | 'server'; grade: LaneGrade | 'all' },
  [from, to]: readonly [number, number],
): number {
  const at = (lane === 'server' ? laneStride : 0) + (grade === 'all' ? totalAt : gradeAt[grade]);
  return (before[to * stride + at] ?? 0) - (before[from * stride + at] ?? 0);
}

function ensureRoom(layout: LaneLayout, needed: number): void {
  const { axis } = layout;
  if (axis.at.length >= needed) return;
  const room = Math.max(64, Math.ceil(needed * 1.5));
  layout.axis = {
    size: axis.size,
    at: grown(new Float64Array(room), axis.at),
    open: grown(new Float64Array(room), axis.open),
    folds: grown(new Float64Array(room), axis.folds),
  };
  layout.firstEntry = grown(new Int32Array(room + 1), layout.firstEntry);
  layout.before = grown(new Uint32Array((room + 1) * stride), layout.before);
}

function grown<A extends Float64Array | Int32Array | Uint32Array>(room: A, old: A): A {
  room.set(old);
  return room;
}

const laneBit = { browser: 1, server: 2, axis: 0, arrival: 0 };

/** Events of one moment share a place, except two of one lane: they would hide each other. Returns the first new column. */
function assignColumns({ axis, firstEntry }: LaneLayout, entries: readonly LaneEntry[], dirtyFrom: number): number {
  const first = entries[dirtyFrom - 1]?.column ?? 0;
  let column = first - 1;
  let events = 0;
  for (let index = dirtyFrom === 0 ? 0 : (firstEntry[first] ?? 0); index < entries.length; index += 1) {
    const entry = entries[index];
    if (entry === undefined) break;
    const lane = laneBit[entry.lane];
    if (column < first || axis.at[column] !== entry.at || (events & lane) !== 0) {
      column += 1;
      axis.at[column] = entry.at;
      firstEntry[column] = index;
      events = 0;
    }
    events |= lane;
    entry.column = column;
  }
  axis.size = entries.length === 0 ? 0 : column + 1;
  firstEntry[axis.size] = entries.length;
  return first;
}

function countColumns({ axis, firstEntry, before }: LaneLayout, entries: readonly LaneEntry[], first: number): void {
  for (let column = first; column < axis.size; column += 1) {
    const row = column * stride;
    // Not `copyWithin`: of so few numbers the call costs more than the copying.
    for (let at = row; at < row + stride; at += 1) before[at + stride] = before[at] ?? 0;
    const end = firstEntry[column + 1] ?? 0;
    for (let index = firstEntry[column] ?? 0; index < end; index += 1) countEntry(before, row + stride, entries[index]);
  }
}

function countEntry(before: Uint32Array, row: number, entry: LaneEntry | undefined): void {
  if (entry === undefined || (entry.lane !== 'browser' && entry.lane !== 'server')) return;
  const at = row + (entry.lane === 'server' ? laneStride : 0);
  before[at + totalAt] = (before[at + totalAt] ?? 0) + 1;
  if (entry.pair?.isInSight === false) return;
  const grade = at + gradeAt[entry.grade];
  before[grade] = (before[grade] ?? 0) + 1;
}

function placeColumns({ axis, pace }: LaneLayout, first: number): void {
  const { at, open, folds } = axis;
  if (first === 0 && axis.size > 0) {
    open[0] = 0;
    folds[0] = 0;
  }
  for (let column = Math.max(1, first); column < axis.size; column += 1) {
    const gapMs = (at[column] ?? 0) - (at[column - 1] ?? 0);
    const isFolded = gapMs >= pace.foldMs;
    open[column] = (open[column - 1] ?? 0) + (isFolded ? 0 : 1 + gapMs * pace.unitsPerMs);
    folds[column] = (folds[column - 1] ?? 0) + (isFolded ? 1 : 0);
  }
}
