/** Page loads, steps and notes on the axis between the lanes: a hairline across both, and a sign. */

import type { Moment } from '../../shared/view/moments.ts';
import type { Context, Painting } from './painting.ts';

const insetPx = 9;

export function paintMomentLines(ctx: Context, { scene, heights, ink }: Painting): void {
  ctx.strokeStyle = ink.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const moment of scene.moments) {
    const x = Math.round(moment.x) + 0.5;
    ctx.moveTo(x, heights.browserY + insetPx);
    ctx.lineTo(x, heights.serverY - insetPx);
  }
  ctx.stroke();
}

export function paintMomentSigns(ctx: Context, { scene, heights, ink }: Painting): void {
  for (const { entry, x } of scene.moments) {
    if (entry.moment !== null) paintSign(ctx, entry.moment.kind, { x: Math.round(x) + 0.5, y: heights.axisY, ink });
  }
}

type Sign = { x: number; y: number; ink: Painting['ink'] };

function paintSign(ctx: Context, kind: Moment['kind'], { x, y, ink }: Sign): void {
  ctx.lineWidth = 1.25;
  ctx.lineJoin = 'round';
  ctx.fillStyle = kind === 'note' ? ink.accent : ink.surface;
  ctx.strokeStyle = kind === 'note' ? ink.accent : ink['ink-3'];
  ctx.beginPath();
  if (kind === 'page') ctx.roundRect(x - 4, y - 5, 8, 10, 1.5);
  else if (kind === 'step') {
    ctx.moveTo(x - 3.5, y - 4.5);
    ctx.lineTo(x + 4.5, y);
    ctx.lineTo(x - 3.5, y + 4.5);
    ctx.closePath();
  } else {
    ctx.roundRect(x - 5, y - 5, 10, 7.5, 2);
    ctx.moveTo(x - 2, y + 2);
    ctx.lineTo(x - 2, y + 5.5);
    ctx.lineTo(x + 1.5, y + 2);
  }
  ctx.fill();
  ctx.stroke();
  if (kind !== 'page') return;
  ctx.beginPath();
  ctx.moveTo(x - 4, y - 2);
  ctx.lineTo(x + 4, y - 2);
  ctx.stroke();
}
