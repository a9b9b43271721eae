/** The lines between the lanes: solid for event_id, dashed for the fallback, broken with a cross where not joined. */
import { gradeOf, type LaneGrade, type LaneLink, laneGrades } from '../../shared/view/lanes/lane-entry.ts';
import type { SceneSpan } from '../../shared/view/lanes/lane-scene.ts';
import { type Context, markRadius, type Painting } from './painting.ts';

/** Share of the way that a broken line goes from each end. */
const brokenAt = 0.36;
const fadedAlpha = 0.14;

type Batch = { grade: LaneGrade; rule: LaneLink['rule']; links: SceneSpan<LaneLink>[] };

export function paintLinks(ctx: Context, painting: Painting): void {
  const { scene, selected, hovered } = painting;
  const standsOut = ({ span }: SceneSpan<LaneLink>) =>
    span.pair.pair.key === selected || span.pair.pair.key === hovered;
  const faded = scene.links.filter(({ span }) => !span.pair.isInSight);
  const calm = scene.links.filter((link) => link.span.pair.isInSight && !standsOut(link));
  const dense = Math.min(1, Math.max(0.25, scene.spacingPx / 8));
  for (const batch of batches(faded)) paintBatch(ctx, batch, { ...painting, alpha: fadedAlpha, widthPx: 1 });
  for (const batch of batches(calm.filter(createApart()))) {
    const isFault = batch.rule === 'P3';
    const alpha = isFault ? 0.9 : 0.75 * dense;
    paintBatch(ctx, batch, { ...painting, alpha, widthPx: scene.spacingPx < 6 && !isFault ? 1 : 1.5 });
  }
  for (const batch of batches(scene.links.filter(standsOut))) {
    paintBatch(ctx, batch, { ...painting, alpha: 1, widthPx: 2.25 });
  }
}

/** One stroke of the pen for all that look alike; well-joined ones below, faults on top. */
function batches(links: readonly SceneSpan<LaneLink>[]): Batch[] {
  const found = new Map<string, Batch>();
  for (const link of links) {
    const { rule, pair } = link.span;
    const grade = gradeOf[pair.pair.verdict];
    const batch = found.get(`${grade} ${rule}`) ?? { grade, rule, links: [] };
    found.set(`${grade} ${rule}`, batch);
    batch.links.push(link);
  }
  return [...found.values()].sort((a, b) => laneGrades.indexOf(b.grade) - laneGrades.indexOf(a.grade));
}

/** Of lines that are well and run within the same px, one is enough. Broken ones are all painted. */
function createApart(): (link: SceneSpan<LaneLink>) => boolean {
  const last: Record<string, readonly [number, number]> = {};
  return ({ span: { rule }, fromX, toX }) => {
    const [from, to] = last[rule] ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    if (rule !== 'P3' && Math.abs(fromX - from) < 1 && Math.abs(toX - to) < 1) return false;
    last[rule] = [fromX, toX];
    return true;
  };
}

type Stroke = Painting & { alpha: number; widthPx: number };

function paintBatch(ctx: Context, { grade, rule, links }: Batch, stroke: Stroke): void {
  const { ink, heights, scene } = stroke;
  const radius = markRadius(scene);
  const fromY = heights.browserY + radius;
  const toY = heights.serverY - radius;
  ctx.globalAlpha = stroke.alpha;
  ctx.strokeStyle = ink.tone[grade].mark;
  ctx.lineWidth = stroke.widthPx;
  ctx.lineCap = 'round';
  ctx.setLineDash(rule === 'P2' ? [4, 4] : []);
  ctx.beginPath();
  for (const { fromX, toX } of links) {
    const [dx, dy] = [toX - fromX, toY - fromY];
    ctx.moveTo(fromX, fromY);
    if (rule === 'P3') {
      ctx.lineTo(fromX + dx * brokenAt, fromY + dy * brokenAt);
      ctx.moveTo(toX - dx * brokenAt, toY - dy * brokenAt);
    }
    ctx.lineTo(toX, toY);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  if (rule === 'P3') paintCrosses(ctx, links, (fromY + toY) / 2);
  ctx.globalAlpha = 1;
  ctx.lineCap = 'butt';
}

function paintCrosses(ctx: Context, links: readonly SceneSpan<LaneLink>[], y: number): void {
  ctx.lineWidth = 1.6;
  ctx.beginPath();
  for (const { fromX, toX } of links) {
    const x = (fromX + toX) / 2;
    ctx.moveTo(x - 3, y - 3);
    ctx.lineTo(x + 3, y + 3);
    ctx.moveTo(x + 3, y - 3);
    ctx.lineTo(x - 3, y + 3);
  }
  ctx.stroke();
}
