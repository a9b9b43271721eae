/** The two lines, open where idle time is folded and naming its length there, and the clock below. */
import { formatDuration } from '../../shared/view/duration.ts';
import { type Context, type Painting, writeText } from './painting.ts';

const foldInsetPx = 10;
const namedFoldPx = 44;

export function paintLines(ctx: Context, { scene, heights, ink }: Painting): void {
  const { folds, widthPx } = scene;
  ctx.strokeStyle = ink['line-strong'];
  ctx.lineWidth = 1;
  for (const y of [heights.browserY, heights.serverY]) {
    ctx.beginPath();
    let from = 0;
    for (const fold of folds) {
      const inset = Math.min(foldInsetPx, fold.widthPx / 4);
      ctx.moveTo(from, y);
      ctx.lineTo(Math.max(from, fold.x + inset), y);
      from = fold.x + fold.widthPx - inset;
    }
    ctx.moveTo(from, y);
    ctx.lineTo(Math.max(from, widthPx), y);
    ctx.stroke();
  }
}

export function paintFolds(ctx: Context, { scene, heights, ink }: Painting): void {
  ctx.strokeStyle = ink['line-strong'];
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.setLineDash([0.5, 5]);
  ctx.beginPath();
  for (const { x, widthPx } of scene.folds) {
    const inset = Math.min(foldInsetPx, widthPx / 4) + 3;
    const isNamed = widthPx >= namedFoldPx;
    for (const y of isNamed ? [heights.serverY] : [heights.browserY, heights.serverY]) {
      ctx.moveTo(x + inset, y);
      ctx.lineTo(x + widthPx - inset, y);
    }
  }
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  ctx.textAlign = 'center';
  for (const { x, widthPx, idleMs } of scene.folds) {
    if (widthPx < namedFoldPx) continue;
    const place = { x: x + widthPx / 2, y: heights.browserY + 4 };
    writeText(ctx, shortly(idleMs), { ...place, colour: ink['ink-3'], halo: null });
  }
  ctx.textAlign = 'left';
}

export function paintClock(ctx: Context, { scene, clock, heights, ink }: Painting): void {
  ctx.strokeStyle = ink['line-strong'];
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { x } of scene.ticks) {
    ctx.moveTo(Math.round(x) + 0.5, heights.clockY - 15);
    ctx.lineTo(Math.round(x) + 0.5, heights.clockY - 11);
  }
  ctx.stroke();
  const colours = { clock: ink['ink-2'], page: ink['ink-3'], step: ink['ink-3'], note: ink.accent };
  for (const { x, text, what } of clock) {
    writeText(ctx, text, { x, y: heights.clockY, colour: colours[what], halo: null });
  }
}

/** One unit is enough for idle time. */
function shortly(ms: number): string {
  return formatDuration(ms).split(' ').slice(0, 2).join(' ');
}
