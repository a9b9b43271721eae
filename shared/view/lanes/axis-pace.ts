/** How fast time runs along the axis: which silence is idle time, and how many units a millisecond takes. */

export type AxisPace = {
  /** Silence from here on is folded. */
  foldMs: number;
  /** What an open millisecond adds to the one unit between two neighbours. */
  unitsPerMs: number;
  /** How many columns it was taken from. */
  columns: number;
};

const leastFoldMs = 5000;
const mostFoldMs = 60_000;
const most = 4096;
/** Keeps the first calls of a recording from being spread by their milliseconds alone. */
const mostUnitsPerMs = 0.0025;
/** Of the open axis that belongs to the lengths of time; the rest belongs to the neighbours' least distance. */
const shareOfTime = 0.4;

/** `at`: moments of the columns, sorted, ms. Of very many, every n-th distance is looked at. */
export function paceOf(at: ArrayLike<number>, columns: number): AxisPace {
  const gaps = sampledGaps(at, columns);
  const foldMs = foldThreshold(gaps);
  const open = gaps.filter((gap) => gap < foldMs);
  const openMs = open.reduce((sum, gap) => sum + gap, 0);
  const wanted = openMs === 0 ? 0 : (shareOfTime / (1 - shareOfTime)) * (open.length / openMs);
  return { foldMs, unitsPerMs: Math.min(mostUnitsPerMs, wanted), columns };
}

/** True once the axis has grown so much that its pace may have become another one. A short one is looked at always. */
export function isOutgrown(pace: AxisPace, columns: number): boolean {
  return columns < most / 2 || pace.columns < most / 2 || columns > pace.columns * 1.25;
}

function sampledGaps(at: ArrayLike<number>, columns: number): number[] {
  const stride = Math.max(1, Math.ceil((columns - 1) / most));
  const gaps: number[] = [];
  for (let column = 1; column < columns; column += stride) gaps.push((at[column] ?? 0) - (at[column - 1] ?? 0));
  return gaps;
}

/** Idle is what is far longer than the usual distance of two neighbours, and never less than five seconds. */
function foldThreshold(gaps: number[]): number {
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  return Math.max(leastFoldMs, Math.min(usual * 4, mostFoldMs));
}
