/** Marks drawn once for each look and stamped from then on: thousands of them cost no more than their pixels. */
import type { LaneGrade, LaneLook } from '../../shared/view/lanes/lane-entry.ts';
import type { LaneInk } from './lane-ink.ts';

export type MarkSprites = {
  /** Square, `halfPx` px around its middle. */
  of(grade: LaneGrade, look: LaneLook, radius: number): CanvasImageSource;
  halfPx: number;
};

const halfPx = 8;
const rimPx = 1.5;

/** `ratio`: device pixels to a px. */
export function createMarkSprites(ink: LaneInk, ratio: number): MarkSprites {
  const known = new Map<string, HTMLCanvasElement>();
  return {
    halfPx,
    of(grade, look, radius) {
      const name = `${grade} ${look} ${radius}`;
      const sprite = known.get(name) ?? draw({ ink, ratio, grade, look, radius });
      known.set(name, sprite);
      return sprite;
    },
  };
}

type Sprite = { ink: LaneInk; ratio: number; grade: LaneGrade; look: LaneLook; radius: number };

function draw({ ink, ratio, grade, look, radius }: Sprite): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(2 * halfPx * ratio);
  const ctx = canvas.getContext('2d');
  if (ctx === null) return canvas;
  ctx.scale(ratio, ratio);
  ctx.translate(halfPx, halfPx);
  if (look === 'quiet') disc(ctx, Math.min(2.5, radius * 0.6), ink['ink-3'], 0.6);
  else {
    disc(ctx, radius + rimPx / 2, ink.surface, 1);
    if (look === 'lost') drawLost(ctx, radius, ink.tone[grade].mark);
    else disc(ctx, radius - rimPx / 4, ink.tone[grade].mark, 1);
    if (look === 'held' && radius >= 3.5) drawBar(ctx, radius, ink.surface);
  }
  return canvas;
}

function disc(ctx: CanvasRenderingContext2D, radius: number, colour: string, alpha: number): void {
  ctx.globalAlpha = alpha;
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(0, 0, radius, 0, Math.PI * 2);
  ctx.fill();
  ctx.globalAlpha = 1;
}

/** Hollow and crossed. */
function drawLost(ctx: CanvasRenderingContext2D, radius: number, colour: string): void {
  const arm = radius * 0.5;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.arc(0, 0, radius - 0.5, 0, Math.PI * 2);
  ctx.moveTo(-arm, -arm);
  ctx.lineTo(arm, arm);
  ctx.moveTo(arm, -arm);
  ctx.lineTo(-arm, arm);
  ctx.stroke();
}

/** Full with a bar: stopped here. */
function drawBar(ctx: CanvasRenderingContext2D, radius: number, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(-radius * 0.45, 0);
  ctx.lineTo(radius * 0.45, 0);
  ctx.stroke();
}
