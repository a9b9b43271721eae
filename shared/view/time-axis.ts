/**
 * Places moments on a line from left to right. Idle time is folded to a fixed width, and neighbours keep a least
 * distance, so that a burst of calls stays legible beside a minute of reading. Order is never changed.
 */

export type Fold = { x: number; widthPx: number; idleMs: number };
export type Tick = { x: number; at: number };

export type TimeAxis = {
  /** Width that the whole takes: the room given, or more where the moments need it. */
  widthPx: number;
  /** Where each moment stands, in the order given. */
  xs: number[];
  folds: Fold[];
  /** The first moment, and the first after each fold. */
  ticks: Tick[];
};

const foldPx = 64;
const leastStepPx = 12;
const comfortableStepPx = 18;
/** Keeps the first calls of a recording from being stretched over the whole width. */
const mostPxPerMs = 0.045;
const leastFoldMs = 5000;

/**
 * `moments` are sorted; two that are equal still get a place each. `paddingPx`: free room at the two ends, for marks
 * and their labels.
 */
export function layOutTime(
  moments: readonly number[],
  { roomPx, paddingPx }: { roomPx: number; paddingPx: { left: number; right: number } },
): TimeAxis {
  const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? moment));
  const foldMs = foldThreshold(gaps);
  const steps = stepWidths(gaps, { foldMs, freePx: roomPx - paddingPx.left - paddingPx.right });

  const xs: number[] = [];
  const folds: Fold[] = [];
  const ticks: Tick[] = [];
  let x = paddingPx.left;
  for (const [index, moment] of moments.entries()) {
    const gap = gaps[index - 1];
    const step = steps[index - 1] ?? 0;
    const isFolded = gap !== undefined && gap >= foldMs;
    if (isFolded) folds.push({ x, widthPx: step, idleMs: gap });
    x += step;
    if (isFolded || index === 0) ticks.push({ x, at: moment });
    xs.push(x);
  }
  return { widthPx: Math.max(roomPx, x + paddingPx.right), xs, folds, ticks };
}

/** Idle is what is far longer than the usual distance of two neighbours, and never less than five seconds. */
function foldThreshold(gaps: number[]): number {
  const sorted = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.75)] ?? 0;
  return Math.max(leastFoldMs, Math.min(usual * 4, 60_000));
}

function stepWidths(gaps: number[], { foldMs, freePx }: { foldMs: number; freePx: number }): number[] {
  const open = gaps.filter((gap) => gap < foldMs);
  const foldedPx = (gaps.length - open.length) * foldPx;
  const openPx = Math.max(freePx - foldedPx, open.length * leastStepPx);
  const stepPx = Math.min(comfortableStepPx, Math.max(leastStepPx, (openPx * 0.6) / Math.max(1, open.length)));
  const totalMs = open.reduce((sum, gap) => sum + gap, 0);
  const restPx = Math.max(0, openPx - stepPx * open.length);
  const pxPerMs = totalMs === 0 ? 0 : Math.min(mostPxPerMs, restPx / totalMs);
  return gaps.map((gap) => (gap >= foldMs ? foldPx : stepPx + gap * pxPerMs));
}
