/** What every painter of the lanes is given. */
import type { ClockText } from '../../shared/view/lanes/lane-clock.ts';

import type { LaneHeights } from '../../shared/view/lanes/lane-heights.ts';
import type { MarkLabel, SpanLabel } from '../../shared/view/lanes/lane-labels.ts';
import type { LaneScene } from '../../shared/view/lanes/lane-scene.ts';
import type { LaneInk } from './lane-ink.ts';

export type Context = CanvasRenderingContext2D;

export type Painting = {
  scene: LaneScene;
  heights: LaneHeights;
  ink: LaneInk;
  labels: readonly MarkLabel[];
  spanLabels: readonly SpanLabel[];
  clock: readonly ClockText[];
  /** Keys of the pairs that stand out. */
  selected: string | null;
  hovered: string | null;
  /** First column of the group under the pointer. */
  hoveredGroup: number | null;
  /** Device pixels to a px. */
  ratio: number;
};

/** Marks are 5 px in radius, and smaller where they crowd. */
export function markRadius({ spacingPx }: LaneScene): number {
  return Math.max(2.5, Math.min(5, Math.round(spacingPx) / 2 + 1.5));
}

export function writeText(
  ctx: Context,
  text: string,
  { x, y, colour, halo }: { x: number; y: number; colour: string; halo: string | null },
): void {
  if (halo !== null) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
