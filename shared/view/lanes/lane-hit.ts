/** What the pointer is on. Everything in a scene stands in the order of the axis, which is searched by halves. */
import { firstWhere } from '../../model/sorted.ts';
import type { LaneEntry } from './lane-entry.ts';
import { laneGrades } from './lane-entry.ts';
import type { SceneGroup } from './lane-groups.ts';
import { type LaneHeights, laneY } from './lane-heights.ts';
import type { LaneScene, SceneMark } from './lane-scene.ts';

export type LaneHit =
  | { what: 'pair'; key: string; x: number; y: number }
  | { what: 'quiet'; entry: LaneEntry; x: number; y: number }
  | { what: 'moment'; entry: LaneEntry; x: number; y: number }
  | { what: 'group'; group: SceneGroup; x: number; y: number };

const markReachPx = 10;
const lineReachPx = 6;

/** Null where nothing is near. `x`, `y` of a hit: what its tip points at. */
export function hitTest(scene: LaneScene, heights: LaneHeights, [x, y]: readonly [number, number]): LaneHit | null {
  return (
    hitMark(scene.marks, heights, [x, y]) ??
    hitMoment(scene.moments, heights, [x, y]) ??
    hitLine(scene, heights, [x, y]) ??
    hitGroup(scene, heights, [x, y])
  );
}

type Point = readonly [x: number, y: number];

/** The nearest; of those that are equally near the worst. */
function hitMark(marks: readonly SceneMark[], heights: LaneHeights, [x, y]: Point): LaneHit | null {
  let best: { mark: SceneMark; distance: number } | null = null;
  for (let index = firstFrom(marks, x - markReachPx); index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined || mark.x > x + markReachPx) break;
    const distance = Math.hypot(mark.x - x, laneY(heights, mark.entry.lane) - y);
    if (distance > markReachPx) continue;
    const isBetter =
      best === null || distance < best.distance || (distance === best.distance && isWorse(mark, best.mark));
    if (isBetter) best = { mark, distance };
  }
  if (best === null) return null;
  const { entry } = best.mark;
  const point = { x: best.mark.x, y: laneY(heights, entry.lane) };
  return entry.pair === null
    ? { what: 'quiet', entry, ...point }
    : { what: 'pair', key: entry.pair.pair.key, ...point };
}

function isWorse({ entry: a }: SceneMark, { entry: b }: SceneMark): boolean {
  return laneGrades.indexOf(a.grade) < laneGrades.indexOf(b.grade);
}

function hitMoment(moments: readonly SceneMark[], heights: LaneHeights, [x, y]: Point): LaneHit | null {
  const near = moments.find((moment) => Math.hypot(moment.x - x, heights.axisY - y) <= markReachPx);
  return near === undefined ? null : { what: 'moment', entry: near.entry, x: near.x, y: heights.axisY };
}

/** Lines are at most as many as marks, and each is looked at with two comparisons. */
function hitLine({ links, tails }: LaneScene, heights: LaneHeights, [x, y]: Point): LaneHit | null {
  const { browserY, serverY, tailY } = heights;
  let best: { key: string; distance: number } | null = null;
  const consider = (key: string | undefined, distance: number) => {
    if (key === undefined || distance > lineReachPx || (best !== null && best.distance <= distance)) return;
    best = { key, distance };
  };
  if (y > browserY && y < serverY) {
    const part = (y - browserY) / (serverY - browserY);
    for (const { span, fromX, toX } of links) {
      const slant = Math.hypot(toX - fromX, serverY - browserY) / (serverY - browserY);
      consider(span.pair.pair.key, Math.abs(fromX + (toX - fromX) * part - x) / slant);
    }
  } else if (Math.abs(y - tailY) <= lineReachPx) {
    for (const { span, fromX, toX } of tails) {
      if (x >= fromX && x <= toX) consider(span.from.pair?.pair.key, Math.abs(y - tailY));
    }
  }
  return best === null ? null : { what: 'pair', key: (best as { key: string }).key, x, y };
}

function hitGroup({ groups }: LaneScene, { browserY, serverY, clockY }: LaneHeights, [x, y]: Point): LaneHit | null {
  if (y > clockY) return null;
  const group = groups.find((each) => x >= each.x && x < each.x + each.widthPx);
  if (group === undefined) return null;
  return { what: 'group', group, x: group.x + group.widthPx / 2, y: y < (browserY + serverY) / 2 ? browserY : serverY };
}

function firstFrom(marks: readonly SceneMark[], x: number): number {
  return firstWhere(marks.length, (index) => (marks[index]?.x ?? 0) >= x);
}
