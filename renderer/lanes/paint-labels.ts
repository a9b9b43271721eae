/** Names at the marks, gaps beside the lines, delays on the tails. */
import { labelY } from '../../shared/view/lanes/lane-heights.ts';
import type { MarkLabel } from '../../shared/view/lanes/lane-labels.ts';
import { type Context, type Painting, writeText } from './painting.ts';

/** From a mark to a label that is not in the nearest row. Below all labels. */
export function paintLeaders(ctx: Context, { labels, heights, ink }: Painting): void {
  ctx.strokeStyle = ink['line-strong'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { mark, tier } of labels) {
    const side = sideOf(mark.entry.lane);
    if (tier === 0 || side === null || mark.entry.pair?.isInSight === false) continue;
    const y = labelY(heights, side, tier);
    const x = Math.round(mark.x) + 0.5;
    ctx.moveTo(x, side === 'browser' ? y + 3 : heights.serverY + 8);
    ctx.lineTo(x, side === 'browser' ? heights.browserY - 8 : y - 10);
  }
  ctx.stroke();
}

export function paintMarkLabels(ctx: Context, painting: Painting): void {
  for (const label of painting.labels) paintLabel(ctx, label, painting);
  ctx.globalAlpha = 1;
  ctx.font = painting.ink.font;
}

function paintLabel(ctx: Context, { mark, text, tier }: MarkLabel, painting: Painting): void {
  const { heights, ink, selected, hovered } = painting;
  const side = sideOf(mark.entry.lane);
  if (side === null) return;
  const { pair } = mark.entry;
  const standsOut = pair !== null && (pair.pair.key === selected || pair.pair.key === hovered);
  ctx.globalAlpha = pair?.isInSight === false && !standsOut ? 0.25 : 1;
  ctx.font = standsOut ? ink.strong : ink.font;
  const colour = standsOut ? ink.ink : ink['ink-2'];
  writeText(ctx, text, { x: mark.x - 5, y: labelY(heights, side, tier), colour, halo: ink.surface });
}

export function paintSpanLabels(ctx: Context, { spanLabels, heights, ink, selected, hovered }: Painting): void {
  ctx.textAlign = 'center';
  for (const { x, y, text, pair, widthPx } of spanLabels) {
    if (y > heights.serverY) clearBehind(ctx, { x, y, widthPx, colour: ink.surface });
    const standsOut = pair !== null && (pair === selected || pair === hovered);
    ctx.font = standsOut ? ink.strong : ink.font;
    writeText(ctx, text, { x, y: y + 4, colour: standsOut ? ink.ink : ink['ink-2'], halo: ink.surface });
  }
  ctx.textAlign = 'left';
  ctx.font = ink.font;
}

/** Between the lane and its names no stem runs through the words. */
function clearBehind(
  ctx: Context,
  { x, y, widthPx, colour }: { x: number; y: number; widthPx: number; colour: string },
): void {
  ctx.fillStyle = colour;
  ctx.fillRect(x - widthPx / 2 - 3, y - 5, widthPx + 6, 11);
}

function sideOf(lane: string): 'browser' | 'server' | null {
  return lane === 'browser' || lane === 'server' ? lane : null;
}
