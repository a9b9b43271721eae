/** How lines are painted: each rule in its own stroke, what is filtered out faint, what is chosen strong. */
import { expect, test } from 'vitest';
import type { LaneInk } from '../../../../renderer/lanes/lane-ink.ts';
import { paintLinks } from '../../../../renderer/lanes/paint-links.ts';
import type { Context, Painting } from '../../../../renderer/lanes/painting.ts';
import type { Pair } from '../../../../shared/model/pair.ts';
import { fitCamera } from '../../../../shared/view/lanes/lane-camera.ts';
import { laneHeights } from '../../../../shared/view/lanes/lane-heights.ts';
import { sceneOf } from '../../../../shared/view/lanes/lane-scene.ts';
import { laneBookOf } from '../../../support/lane-book.ts';
import { eventRowOf, pairOf } from '../../../support/view-rows.ts';

type Stroke = { colour: string; dash: number[]; widthPx: number; alpha: number; starts: number };

/** A context that keeps its strokes instead of painting them. */
function recorder(): { ctx: Context; strokes: Stroke[] } {
  const strokes: Stroke[] = [];
  let dash: number[] = [];
  let starts = 0;
  const ctx = {
    strokeStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    lineCap: 'butt',
    setLineDash: (next: number[]) => {
      dash = next;
    },
    beginPath: () => {
      starts = 0;
    },
    moveTo: () => {
      starts += 1;
    },
    lineTo: () => undefined,
    stroke() {
      strokes.push({ colour: this.strokeStyle, dash, widthPx: this.lineWidth, alpha: this.globalAlpha, starts });
    },
  };
  return { ctx: ctx as unknown as Context, strokes };
}

const tone = Object.fromEntries(
  ['bad', 'part', 'fair', 'good', 'quiet'].map((grade) => [grade, { mark: grade, text: grade, soft: grade }]),
);
const rows = [1, 2, 3].flatMap((n) => [
  eventRowOf({ id: `b${n}`, at: n * 3000 }),
  eventRowOf({ id: `s${n}`, at: n * 3000 + 900 }),
]);
const pairs: Pair[] = [
  pairOf({ key: 'exact', rule: 'P1', browser: ['b1'], server: ['s1'] }),
  pairOf({ key: 'fallback', rule: 'P2', verdict: 'fallback', browser: ['b2'], server: ['s2'] }),
  pairOf({ key: 'apart', rule: 'P3', verdict: 'double-counted', browser: ['b3'], server: ['s3'] }),
];

function painted({ inSight = null, selected = null }: { inSight?: Pair[] | null; selected?: string | null } = {}) {
  const book = laneBookOf(rows, pairs);
  book.keepInSight(inSight);
  const { ctx, strokes } = recorder();
  const painting: Painting = {
    scene: sceneOf(book, fitCamera(book.layout().axis, { widthPx: 800 }), 800),
    heights: laneHeights(190),
    ink: { tone } as unknown as LaneInk,
    labels: [],
    spanLabels: [],
    clock: [],
    selected,
    hovered: null,
    hoveredGroup: null,
    ratio: 1,
  };
  paintLinks(ctx, painting);
  return strokes;
}

test('event_id is a solid line, the fallback a dashed one, what is not joined a broken one with a cross', () => {
  const [exact, fallback, apart, cross] = painted();
  expect(exact).toMatchObject({ colour: 'good', dash: [], starts: 1 });
  expect(fallback).toMatchObject({ colour: 'fair', dash: [4, 4], starts: 1 });
  expect(apart).toMatchObject({ colour: 'bad', dash: [], starts: 2 });
  expect(cross).toMatchObject({ colour: 'bad', starts: 2 });
});

test('what the filter leaves out is faint, and what is chosen is the strongest', () => {
  const strokes = painted({ inSight: pairs.slice(0, 2), selected: 'exact' });
  const of = (colour: string) => strokes.find((stroke) => stroke.colour === colour);
  expect(of('bad')?.alpha).toBeLessThan(0.2);
  expect(of('good')?.alpha).toBe(1);
  expect(of('good')?.widthPx).toBeGreaterThan(of('fair')?.widthPx ?? Number.NaN);
});
