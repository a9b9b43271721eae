/**
 * The axis of time. Its places (columns) are counted in open units, in which neighbours keep a least distance, and in
 * folds, which stand for idle time. Zooming stretches the units; folds keep their width. Order is never changed.
 */
import { firstWhere } from '../../model/sorted.ts';

export type LaneAxis = {
  /** How many columns there are; the arrays may be longer. */
  size: number;
  /** Of each column its moment, ms since the epoch, … */
  at: Float64Array;
  /** … and how much of the axis lies before it: in units, and in folds. */
  open: Float64Array;
  folds: Float64Array;
};

/** A point of the axis that means the same at every zoom. */
export type AxisPlace = { open: number; folds: number };

/** A fold has room for its length from here on. */
const foldPx = 64;
/** So many units a fold takes where the axis is zoomed far out. */
const foldUnits = 8;

/** `scale`: px a unit. */
export function foldWidthPx(scale: number): number {
  return Math.min(foldPx, foldUnits * scale);
}

/** px from the first column, at that scale. */
export function placeX({ open, folds }: AxisPlace, scale: number): number {
  return scale * open + foldWidthPx(scale) * folds;
}

export function columnX({ open, folds }: LaneAxis, column: number, scale: number): number {
  return scale * (open[column] ?? 0) + foldWidthPx(scale) * (folds[column] ?? 0);
}

export function axisWidthPx(axis: LaneAxis, scale: number): number {
  return axis.size === 0 ? 0 : columnX(axis, axis.size - 1, scale);
}

/** The scale at which the axis is as wide as `roomPx`. */
export function scaleForWidth(axis: LaneAxis, roomPx: number): number {
  const { open, folds } = placeOfColumn(axis, axis.size - 1);
  if (open === 0 && folds === 0) return Number.POSITIVE_INFINITY;
  const withFullFolds = (roomPx - folds * foldPx) / open;
  if (withFullFolds * foldUnits >= foldPx) return withFullFolds;
  return Math.max(0, roomPx) / (open + folds * foldUnits);
}

/** Index of the first column at or right of `x`; `size` where there is none. */
export function firstColumnFrom(axis: LaneAxis, x: number, scale: number): number {
  return firstWhere(axis.size, (column) => columnX(axis, column, scale) >= x);
}

/** What stands at `x`, between two columns by its share of the way; outside of them in open units. */
export function placeAt(axis: LaneAxis, x: number, scale: number): AxisPlace {
  const next = firstColumnFrom(axis, x, scale);
  const before = placeOfColumn(axis, Math.max(0, next - 1));
  const beforeX = placeX(before, scale);
  if (next === 0 || next >= axis.size) return { open: before.open + (x - beforeX) / scale, folds: before.folds };
  const after = placeOfColumn(axis, next);
  const part = (x - beforeX) / (placeX(after, scale) - beforeX);
  return {
    open: before.open + (after.open - before.open) * part,
    folds: before.folds + (after.folds - before.folds) * part,
  };
}

function placeOfColumn({ open, folds }: LaneAxis, column: number): AxisPlace {
  return { open: open[column] ?? 0, folds: folds[column] ?? 0 };
}

/** The time at `x`, ms since the epoch; that of the nearest end outside of the columns. */
export function momentAt(axis: LaneAxis, x: number, scale: number): number {
  const next = firstColumnFrom(axis, x, scale);
  if (next >= axis.size) return axis.at[axis.size - 1] ?? 0;
  const after = axis.at[next] ?? 0;
  if (next === 0) return after;
  const beforeX = columnX(axis, next - 1, scale);
  const part = (x - beforeX) / (columnX(axis, next, scale) - beforeX);
  const before = axis.at[next - 1] ?? after;
  return before + (after - before) * part;
}
