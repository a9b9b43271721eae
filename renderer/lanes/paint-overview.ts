/** The whole session as a strip of small bars: two lanes, faults always to be seen. */
import type { GroupCounts, SceneGroup } from '../../shared/view/lanes/lane-groups.ts';
import type { LaneInk } from './lane-ink.ts';
import type { Context } from './painting.ts';

export type Strip = { bars: readonly SceneGroup[]; widthPx: number; heightPx: number; ink: LaneInk; ratio: number };

export function paintOverview(ctx: Context, { bars, widthPx, heightPx, ink, ratio }: Strip): void {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, widthPx, heightPx);
  const middle = Math.round(heightPx / 2);
  const roomPx = middle - 2;
  const most = Math.max(1, ...bars.flatMap(({ browser, server }) => [browser.total, server.total]));
  for (const { x, browser, server } of bars) {
    paintHalf(ctx, browser, { x, middle, direction: -1, roomPx, most, ink });
    paintHalf(ctx, server, { x, middle, direction: 1, roomPx, most, ink });
  }
  ctx.globalAlpha = 1;
}

type Half = { x: number; middle: number; direction: 1 | -1; roomPx: number; most: number; ink: LaneInk };

/** Faults at the foot, next to the middle, in their share and never too small to be seen. */
function paintHalf(ctx: Context, counts: GroupCounts, { x, middle, direction, roomPx, most, ink }: Half): void {
  if (counts.total === 0) return;
  const heightPx = Math.max(2, roomPx * Math.sqrt(counts.total / most));
  let at = 0.5;
  for (const grade of ['bad', 'part', 'fair', 'good', 'quiet'] as const) {
    if (counts[grade] === 0) continue;
    const isFault = grade === 'bad' || grade === 'part';
    const share = (heightPx * counts[grade]) / counts.total;
    const end = Math.min(heightPx + 0.5, at + (isFault ? Math.max(2, share) : share));
    ctx.globalAlpha = isFault ? 1 : grade === 'quiet' ? 0.3 : 0.5;
    ctx.fillStyle = ink.tone[grade].mark;
    ctx.fillRect(x, direction < 0 ? middle - end : middle + at, 2, end - at);
    at = end;
  }
}
