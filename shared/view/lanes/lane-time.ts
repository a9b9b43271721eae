/** Folds in view, and where the clock is written below the lanes. */
import { firstWhere } from '../../model/sorted.ts';
import { columnX, firstColumnFrom, foldWidthPx, type LaneAxis } from './lane-axis.ts';
import type { LaneCamera } from './lane-camera.ts';

/** Idle time: `x` its left end in px of the view. */
export type SceneFold = { x: number; widthPx: number; idleMs: number; after: number };
export type SceneTick = { x: number; at: number };

/** A narrower fold cannot be told from a step. */
const leastFoldPx = 12;
const clockPx = 62;
const everyPx = 120;

/** `range`: first column in view, and first behind it. */
export function foldsInView(axis: LaneAxis, camera: LaneCamera, [from, to]: readonly [number, number]): SceneFold[] {
  const widthPx = foldWidthPx(camera.scale);
  if (widthPx < leastFoldPx) return [];
  const folds: SceneFold[] = [];
  const last = axis.folds[Math.min(to, axis.size - 1)] ?? 0;
  for (let fold = (axis.folds[Math.max(0, from - 1)] ?? 0) + 1; fold <= last; fold += 1) {
    const after = firstWithFolds(axis, fold);
    const idleMs = (axis.at[after] ?? 0) - (axis.at[after - 1] ?? 0);
    folds.push({ x: columnX(axis, after - 1, camera.scale) - camera.leftPx, widthPx, idleMs, after });
  }
  return folds;
}

/** The first moment, the first after each fold, and between them where there is room; always that of a column. */
export function clockTicks(
  axis: LaneAxis,
  camera: LaneCamera,
  { folds, widthPx }: { folds: readonly SceneFold[]; widthPx: number },
): SceneTick[] {
  if (axis.size === 0) return [];
  const tickOf = (column: number): SceneTick => ({
    x: columnX(axis, column, camera.scale) - camera.leftPx,
    at: axis.at[column] ?? 0,
  });
  const ticks = spaced([tickOf(0), ...folds.map((fold) => tickOf(fold.after))]);
  for (const tick of evenColumns(axis, camera, widthPx).map(tickOf)) {
    const isFree = ticks.every((other) => Math.abs(other.x - tick.x) >= clockPx);
    if (isFree) ticks.push(tick);
  }
  return ticks.filter(({ x }) => x > -clockPx && x < widthPx);
}

/** From left to right; leaves out what would stand on the one before. */
function spaced(ticks: SceneTick[]): SceneTick[] {
  let end = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ x }) => {
    if (x < end) return false;
    end = x + clockPx;
    return true;
  });
}

/** At the same columns wherever the view stands, so that the clock does not jump while it is panned. */
function evenColumns(axis: LaneAxis, { scale, leftPx }: LaneCamera, widthPx: number): number[] {
  const columns: number[] = [];
  for (let k = Math.max(0, Math.floor(leftPx / everyPx)); k * everyPx <= leftPx + widthPx; k += 1) {
    const column = firstColumnFrom(axis, k * everyPx, scale);
    if (column < axis.size && columnX(axis, column, scale) < (k + 0.5) * everyPx) columns.push(column);
  }
  return columns;
}

function firstWithFolds({ folds, size }: LaneAxis, wanted: number): number {
  return firstWhere(size, (column) => (folds[column] ?? 0) >= wanted);
}
