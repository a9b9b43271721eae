/** Paints the lanes from back to front. */
import type { MarkSprites } from './mark-sprites.ts';
import { paintBundles, paintFaultCounts, paintGroups } from './paint-groups.ts';
import { paintLeaders, paintMarkLabels, paintSpanLabels } from './paint-labels.ts';
import { paintLinks } from './paint-links.ts';
import { paintMarks } from './paint-marks.ts';
import { paintMomentLines, paintMomentSigns } from './paint-moments.ts';
import { paintTails } from './paint-tails.ts';
import { paintClock, paintFolds, paintLines } from './paint-time.ts';
import type { Context, Painting } from './painting.ts';

export function paintScene(ctx: Context, painting: Painting, sprites: MarkSprites): void {
  const { scene, heights, ink, ratio } = painting;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, scene.widthPx, heights.heightPx);
  ctx.font = ink.font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  paintLines(ctx, painting);
  paintMomentLines(ctx, painting);
  if (scene.groups.length > 0) {
    paintBundles(ctx, painting);
    paintGroups(ctx, painting);
    paintFaultCounts(ctx, painting);
  }
  paintFolds(ctx, painting);
  paintLinks(ctx, painting);
  paintTails(ctx, painting);
  paintMomentSigns(ctx, painting);
  paintLeaders(ctx, painting);
  paintMarks(ctx, painting, sprites);
  paintMarkLabels(ctx, painting);
  paintSpanLabels(ctx, painting);
  paintClock(ctx, painting);
}
