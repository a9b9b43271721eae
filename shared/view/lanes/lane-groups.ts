/** Neighbours that are too many to be drawn one by one: groups of one width, and bundles of lines between them. */
import { columnX, firstColumnFrom } from './lane-axis.ts';
import type { LaneBook } from './lane-book.ts';
import type { LaneCamera } from './lane-camera.ts';
import { type LaneGrade, type LaneLink, type LaneTail, laneGrades } from './lane-entry.ts';
import { countIn, type LaneLayout } from './lane-layout.ts';

export type GroupCounts = Record<LaneGrade, number> & { total: number };

export type SceneGroup = {
  x: number;
  widthPx: number;
  /** Columns of the axis, `to` not included. */
  from: number;
  to: number;
  browser: GroupCounts;
  server: GroupCounts;
  /** The worst that is in it: what it is drawn as. */
  worst: LaneGrade;
};

/** Lines of one look from group to group. `late` stands for the tails of late events. */
export type SceneBundle = { fromX: number; toX: number; look: 'P1' | 'P2' | 'P3' | 'late'; count: number };

const groupPx = 32;
/** More bundles than this would be a wall; the strongest stay, and every broken one. */
const mostBundles = 300;

type Grouping = { camera: LaneCamera; range: readonly [from: number, to: number] };
type Groups = Grouping & { widthPx?: number };

/** Groups begin at fixed places of the axis, so that panning does not sort their members anew. */
export function groupColumns(
  layout: LaneLayout,
  { camera, range: [from, to], widthPx = groupPx }: Groups,
): SceneGroup[] {
  const { axis } = layout;
  const groups: SceneGroup[] = [];
  for (let column = from; column < to; ) {
    const slot = Math.floor(columnX(axis, column, camera.scale) / widthPx);
    const end = Math.max(column + 1, firstColumnFrom(axis, (slot + 1) * widthPx, camera.scale));
    const counts = (lane: 'browser' | 'server') => countsIn(layout, lane, [column, end]);
    const [browser, server] = [counts('browser'), counts('server')];
    if (browser.total + server.total > 0) {
      const worst = laneGrades.find((grade) => browser[grade] + server[grade] > 0) ?? 'quiet';
      const x = slot * widthPx - camera.leftPx;
      groups.push({ x, widthPx, from: column, to: end, browser, server, worst });
    }
    column = end;
  }
  return groups;
}

function countsIn(layout: LaneLayout, lane: 'browser' | 'server', range: readonly [number, number]): GroupCounts {
  const count = (grade: LaneGrade | 'all') => countIn(layout, { lane, grade }, range);
  return {
    total: count('all'),
    bad: count('bad'),
    part: count('part'),
    fair: count('fair'),
    good: count('good'),
    quiet: count('quiet'),
  };
}

/** What reaches further than from a group to its neighbour; what stays nearer is told by the groups. */
export function bundleLines(book: LaneBook, { axis }: LaneLayout, { camera, range }: Grouping): SceneBundle[] {
  const bundles = new Map<number, SceneBundle>();
  const slotOf = (column: number) => Math.floor(columnX(axis, column, camera.scale) / groupPx);
  const xOf = (slot: number) => (slot + 0.5) * groupPx - camera.leftPx;
  const add = (look: SceneBundle['look'], from: number, to: number) => {
    const key = (from * 100_000 + to) * 4 + lookCode[look];
    const known = bundles.get(key);
    if (known === undefined) bundles.set(key, { fromX: xOf(from), toX: xOf(to), look, count: 1 });
    else known.count += 1;
  };
  const longer = { scale: camera.scale, leastPx: groupPx };
  const takeLink = ({ rule, from, to, pair }: LaneLink) => {
    const [a, b] = [slotOf(from.column), slotOf(to.column)];
    if (Math.abs(a - b) > 1 && pair.isInSight) add(rule, a, b);
  };
  const takeTail = ({ from, to }: LaneTail) => {
    const [a, b] = [slotOf(from.column), slotOf(to.column)];
    if (a !== b && from.pair?.isInSight !== false) add('late', a, b);
  };
  book.links.crossing(range, takeLink, longer);
  book.tails.crossing(range, takeTail, longer);
  return strongest([...bundles.values()]);
}

const lookCode = { P1: 0, P2: 1, P3: 2, late: 3 };

function strongest(bundles: SceneBundle[]): SceneBundle[] {
  if (bundles.length <= mostBundles) return bundles;
  const rank = (bundle: SceneBundle) => (bundle.look === 'P3' ? Number.POSITIVE_INFINITY : bundle.count);
  return bundles.sort((a, b) => rank(b) - rank(a) || b.count - a.count).slice(0, mostBundles);
}
