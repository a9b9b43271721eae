/** One canvas with its colours, its marks and its measures: paints a scene as the page looks now. */
import { placeClock } from '../../shared/view/lanes/lane-clock.ts';
import { type LaneHeights, laneHeights } from '../../shared/view/lanes/lane-heights.ts';
import { placeMarkLabels, placeSpanLabels } from '../../shared/view/lanes/lane-labels.ts';
import type { LaneScene } from '../../shared/view/lanes/lane-scene.ts';
import { type LaneInk, readInk } from './lane-ink.ts';
import { createMarkSprites, type MarkSprites } from './mark-sprites.ts';
import { createMeasure } from './measure.ts';
import { paintScene } from './paint-scene.ts';

/** What stands out of a scene. */
type Focus = { selected: string | null; hovered: string | null; hoveredGroup: number | null };

type PainterLook = { ink: LaneInk; sprites: MarkSprites; ratio: number };

export type LanePainter = {
  widthPx(): number;
  heights(): LaneHeights;
  resize(widthPx: number, heightPx: number): void;
  /** The theme has changed. */
  forgetColours(): void;
  /** Returns the look that was painted with; null where there is nothing to paint on. */
  paint(scene: LaneScene, focus: Focus): PainterLook | null;
};

export function createLanePainter(host: HTMLElement, canvas: HTMLCanvasElement): LanePainter {
  const ctx = canvas.getContext('2d');
  const measure = createMeasure();
  let size = { widthPx: 0, heightPx: 0 };
  let look: PainterLook | null = null;
  let heights = laneHeights(0);

  const lookNow = (ratio: number): PainterLook => {
    const ink = readInk(host);
    canvas.width = Math.round(size.widthPx * ratio);
    canvas.height = Math.round(size.heightPx * ratio);
    return { ink, ratio, sprites: createMarkSprites(ink, ratio) };
  };

  return {
    widthPx: () => size.widthPx,
    heights: () => heights,
    resize(widthPx, heightPx) {
      size = { widthPx, heightPx };
      heights = laneHeights(heightPx);
      look = null;
    },
    forgetColours() {
      look = null;
    },
    paint(scene, focus) {
      if (ctx === null || size.widthPx === 0) return null;
      const ratio = window.devicePixelRatio;
      if (look === null || look.ratio !== ratio) look = lookNow(ratio);
      const width = measure(ctx, look.ink.font);
      const wish = { measure: width, tiers: heights.tiers, spacingPx: scene.spacingPx };
      const labels = placeMarkLabels(scene.marks, { ...wish, first: focus.hovered ?? focus.selected });
      const spanLabels = placeSpanLabels(scene, heights, width);
      const clock = placeClock(scene, width);
      paintScene(ctx, { scene, heights, labels, spanLabels, clock, ...focus, ...look }, look.sprites);
      return look;
    },
  };
}
