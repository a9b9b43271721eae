/** What is painted for one camera: everything in view with its place in px, and nothing else. */
import { firstWhere } from '../../model/sorted.ts';
import { columnX, firstColumnFrom, type LaneAxis } from './lane-axis.ts';
import type { LaneBook } from './lane-book.ts';
import type { LaneCamera } from './lane-camera.ts';
import type { LaneEntry, LaneLink, LaneTail } from './lane-entry.ts';
import { bundleLines, groupColumns, type SceneBundle, type SceneGroup } from './lane-groups.ts';
import { countIn, type LaneLayout } from './lane-layout.ts';
import { clockTicks, foldsInView, type SceneFold, type SceneTick } from './lane-time.ts';

export type SceneMark = { entry: LaneEntry; x: number };
export type SceneSpan<S> = { span: S; fromX: number; toX: number };

export type LaneScene = {
  widthPx: number;
  camera: LaneCamera;
  /** From left to right, some of them outside of the view; empty where groups stand for them. */
  marks: SceneMark[];
  links: SceneSpan<LaneLink>[];
  tails: SceneSpan<LaneTail>[];
  /** Page loads, steps and notes. */
  moments: SceneMark[];
  /** Neighbours that are too many to be drawn one by one, and the lines between them. */
  groups: SceneGroup[];
  bundles: SceneBundle[];
  folds: SceneFold[];
  ticks: SceneTick[];
  /** px that a mark has for itself, on the average: marks shrink where they crowd. */
  spacingPx: number;
};

/** More marks in view are drawn as groups. */
const mostMarks = 2000;
/** So far outside of the view a label may begin that reaches in. */
const overscanPx = 160;
/** More moments in view than this would be a wall: then only notes are shown. */
const mostMoments = 300;
/** Marks are taken in from every n-th on, so that labels find the same rows while the view is panned. */
const anchorEvery = 64;

export function sceneOf(book: LaneBook, camera: LaneCamera, widthPx: number): LaneScene {
  const layout = book.layout();
  const { axis } = layout;
  const inView = marksIn(layout, columnsInView(axis, camera, { widthPx, overscanPx: 0 }));
  const range = columnsInView(axis, camera, { widthPx, overscanPx });
  const view: View = { book, layout, camera, range };
  const folds = foldsInView(axis, camera, range);
  return {
    widthPx,
    camera,
    ...(inView > mostMarks ? grouped(view) : oneByOne(view)),
    moments: momentsIn(view),
    folds,
    ticks: clockTicks(axis, camera, { folds, widthPx }),
    spacingPx: widthPx / Math.max(1, inView),
  };
}

/** Index of the first column in view, and of the first behind it. */
export function columnsInView(
  axis: LaneAxis,
  { scale, leftPx }: LaneCamera,
  { widthPx, overscanPx }: { widthPx: number; overscanPx: number },
): [from: number, to: number] {
  const from = firstColumnFrom(axis, leftPx - overscanPx, scale);
  return [from, firstColumnFrom(axis, leftPx + widthPx + overscanPx, scale)];
}

type View = { book: LaneBook; layout: LaneLayout; camera: LaneCamera; range: readonly [from: number, to: number] };

function marksIn(layout: LaneLayout, range: readonly [number, number]): number {
  const count = (lane: 'browser' | 'server') => countIn(layout, { lane, grade: 'all' }, range);
  return count('browser') + count('server');
}

function oneByOne({ book, layout, camera, range }: View) {
  const xOf = (entry: LaneEntry) => columnX(layout.axis, entry.column, camera.scale) - camera.leftPx;
  const marks: SceneMark[] = [];
  const anchor = Math.floor((layout.firstEntry[range[0]] ?? 0) / anchorEvery - 1) * anchorEvery;
  for (let index = Math.max(0, anchor); index < (layout.firstEntry[range[1]] ?? 0); index += 1) {
    const entry = book.entries[index];
    if (entry?.lane === 'browser' || entry?.lane === 'server') marks.push({ entry, x: xOf(entry) });
  }
  const links: LaneScene['links'] = [];
  const tails: LaneScene['tails'] = [];
  const place = <S extends LaneLink | LaneTail>(span: S) => ({ span, fromX: xOf(span.from), toX: xOf(span.to) });
  book.links.crossing(range, (link) => {
    if (links.length < mostMarks || link.rule === 'P3') links.push(place(link));
  });
  book.tails.crossing(range, (tail) => {
    if (tails.length < mostMarks) tails.push(place(tail));
  });
  return { marks, links, tails, groups: [], bundles: [] };
}

function grouped({ book, layout, camera, range }: View) {
  return {
    marks: [],
    links: [],
    tails: [],
    groups: groupColumns(layout, { camera, range }),
    bundles: bundleLines(book, layout, { camera, range }),
  };
}

function momentsIn({ book, layout, camera, range: [from, to] }: View): SceneMark[] {
  const inView: SceneMark[] = [];
  for (let index = firstFromColumn(book.moments, from); index < book.moments.length; index += 1) {
    const entry = book.moments[index];
    if (entry === undefined || entry.column >= to) break;
    inView.push({ entry, x: columnX(layout.axis, entry.column, camera.scale) - camera.leftPx });
  }
  return inView.length <= mostMoments ? inView : inView.filter(({ entry }) => entry.moment?.kind === 'note');
}

function firstFromColumn(entries: readonly LaneEntry[], column: number): number {
  return firstWhere(entries.length, (index) => (entries[index]?.column ?? 0) >= column);
}
