/** The marks in their lanes: what is faded below, faults above what is well, the selected one on top with its ring. */
import type { LaneGrade } from '../../shared/view/lanes/lane-entry.ts';
import { laneY } from '../../shared/view/lanes/lane-heights.ts';
import type { SceneMark } from '../../shared/view/lanes/lane-scene.ts';
import type { MarkSprites } from './mark-sprites.ts';
import { type Context, markRadius, type Painting } from './painting.ts';

const ringPx = 8.5;
const leastFaultPx = 3.5;
const fullPx = 5;
const fadedAlpha = 0.18;

export function paintMarks(ctx: Context, painting: Painting, sprites: MarkSprites): void {
  const layers = layersOf(painting);
  const radius = markRadius(painting.scene);
  const put = { ...painting, sprites };
  ctx.globalAlpha = fadedAlpha;
  stamp(ctx, layers.faded, { ...put, radius });
  ctx.globalAlpha = 1;
  for (const grade of ['quiet', 'good', 'fair'] as const) stamp(ctx, apart(layers[grade]), { ...put, radius });
  for (const grade of ['part', 'bad'] as const) {
    stamp(ctx, layers[grade], { ...put, radius: Math.max(leastFaultPx, radius) });
  }
  for (const mark of layers.out) paintRing(ctx, mark, painting);
  stamp(ctx, layers.out, { ...put, radius: fullPx });
}

type Layers = Record<LaneGrade | 'faded' | 'out', SceneMark[]>;

function layersOf({ scene, selected, hovered }: Painting): Layers {
  const layers: Layers = { faded: [], quiet: [], good: [], fair: [], part: [], bad: [], out: [] };
  for (const mark of scene.marks) {
    const { pair, grade } = mark.entry;
    if (mark.x < -ringPx || mark.x > scene.widthPx + ringPx) continue;
    const key = pair?.pair.key ?? '';
    if (key === selected || key === hovered) layers.out.push(mark);
    else layers[pair?.isInSight === false ? 'faded' : grade].push(mark);
  }
  return layers;
}

/** Of marks that are well and look the same, one a px is enough: the others would lie on it. Faults are all painted. */
function apart(marks: readonly SceneMark[]): SceneMark[] {
  const last: Record<string, number> = {};
  return marks.filter(({ entry, x }) => {
    const row = `${entry.lane} ${entry.look}`;
    if (entry.look !== 'lost' && x - (last[row] ?? Number.NEGATIVE_INFINITY) < 1) return false;
    last[row] = x;
    return true;
  });
}

type Stamp = Painting & { sprites: MarkSprites; radius: number };

function stamp(ctx: Context, marks: readonly SceneMark[], { heights, ratio, sprites, radius }: Stamp): void {
  const { halfPx } = sprites;
  for (const { entry, x } of marks) {
    const left = Math.round((x - halfPx) * ratio) / ratio;
    const top = Math.round((laneY(heights, entry.lane) - halfPx) * ratio) / ratio;
    ctx.drawImage(sprites.of(entry.grade, entry.look, radius), left, top, 2 * halfPx, 2 * halfPx);
  }
}

function paintRing(ctx: Context, { entry, x }: SceneMark, { heights, ink, selected }: Painting): void {
  const isSelected = entry.pair?.pair.key === selected;
  ctx.beginPath();
  ctx.arc(x, laneY(heights, entry.lane), ringPx, 0, Math.PI * 2);
  ctx.fillStyle = isSelected ? ink['accent-soft'] : ink.surface;
  ctx.fill();
  ctx.strokeStyle = isSelected ? ink.accent : ink['line-strong'];
  ctx.lineWidth = 1.5;
  ctx.stroke();
}
