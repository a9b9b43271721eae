/** What is written below the lanes: the clock, and the pages, steps and notes that stand on the axis above it. */
import { formatClock } from '../format-clock.ts';
import { type Measure, shortName } from './lane-labels.ts';
import type { LaneScene } from './lane-scene.ts';
import { momentText } from './lane-words.ts';

export type ClockText = { x: number; text: string; what: 'clock' | 'page' | 'step' | 'note' };

const gapPx = 8;
/** A word may stand so far right of its sign, where the clock has the place below it. */
const mostShiftPx = 64;

/** The clock first; a word beside it, as far as nothing stands on anything. From left to right. */
export function placeClock({ ticks, moments, groups }: LaneScene, measure: Measure): ClockText[] {
  const clock = ticks
    .map(({ x, at }): ClockText => ({ x: x - 4, text: formatClock(at), what: 'clock' }))
    .sort((a, b) => a.x - b.x);
  if (groups.length > 0) return clock;
  const words: ClockText[] = [];
  let free = Number.NEGATIVE_INFINITY;
  let next = 0;
  for (const { entry, x } of moments) {
    if (entry.moment === null) continue;
    const text = shortName(momentText(entry.moment));
    const wanted = Math.max(free, x - 4);
    while (next < clock.length && (clock[next]?.x ?? 0) <= wanted + gapPx) next += 1;
    const tick = clock[next - 1];
    const from = Math.max(wanted, tick === undefined ? wanted : tick.x + measure(tick.text) + gapPx);
    const to = from + measure(text) + gapPx;
    if (from - x > mostShiftPx || to > (clock[next]?.x ?? Number.POSITIVE_INFINITY)) continue;
    words.push({ x: from, text, what: entry.moment.kind });
    free = to;
  }
  return [...clock, ...words].sort((a, b) => a.x - b.x);
}
