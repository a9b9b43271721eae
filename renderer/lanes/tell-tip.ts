/** Says what the pointer is on, or what the keyboard has chosen, in one line at its place. */

import type { LaneBook } from '../../shared/view/lanes/lane-book.ts';
import { type LaneHeights, labelY, laneY } from '../../shared/view/lanes/lane-heights.ts';
import type { LaneHit } from '../../shared/view/lanes/lane-hit.ts';
import type { LaneScene } from '../../shared/view/lanes/lane-scene.ts';
import { groupLine, momentLine, quietLine, rangeWords } from '../../shared/view/lanes/lane-words.ts';
import { type LaneTip, showLaneTip } from '../state/lanes.ts';

type Situation = {
  hit: LaneHit | null;
  pointer: readonly [x: number, y: number] | null;
  scene: LaneScene;
  heights: LaneHeights;
  book: LaneBook;
  /** Pair that the keyboard has chosen; null where the pointer has the word. */
  selected: string | null;
};

export function tellTip(situation: Situation): void {
  showLaneTip(tipOfHit(situation) ?? tipOfSelected(situation));
}

function tipOfHit({ hit, pointer, heights, book }: Situation): LaneTip | null {
  if (hit === null || pointer === null) return null;
  const tip = placed(hit, heights);
  switch (hit.what) {
    case 'pair':
      return { ...tip, pair: hit.key, line: '' };
    case 'quiet':
      return { ...tip, pair: null, line: quietLine(hit.entry.name) };
    case 'moment':
      return { ...tip, pair: null, line: hit.entry.moment === null ? '' : momentLine(hit.entry.moment) };
    case 'group': {
      const { at } = book.layout().axis;
      const range = rangeWords([at[hit.group.from] ?? 0, at[hit.group.to - 1] ?? 0]);
      return { ...tip, pair: null, line: `${range} · ${groupLine(hit.group)}` };
    }
  }
}

function tipOfSelected({ scene, heights, book, selected }: Situation): LaneTip | null {
  const pair = selected === null ? null : book.pair(selected);
  if (pair === null) return null;
  const mark = scene.marks.find(({ entry }) => entry.pair === pair);
  const group = scene.groups.find(({ from, to }) => pair.entries.some(({ column }) => column >= from && column < to));
  const x = mark?.x ?? (group === undefined ? null : group.x + group.widthPx / 2);
  if (x === null || x < 0 || x > scene.widthPx) return null;
  const y = laneY(heights, mark?.entry.lane ?? 'browser');
  return { ...placed({ x, y }, heights), pair: pair.pair.key, line: '' };
}

const besidePointerPx = 14;
const clearPx = 2;

/** At a lane it stands beyond the names of that lane, elsewhere beside the pointer. */
function placed({ x, y }: { x: number; y: number }, heights: LaneHeights) {
  const isAbove = y < heights.axisY;
  const side = isAbove ? 'browser' : 'server';
  const names = labelY(heights, side, heights.tiers - 1) + (isAbove ? -11 - clearPx : 4 + clearPx);
  const isAtLane = y === laneY(heights, side);
  const edgeY = isAtLane ? names : y + (isAbove ? -besidePointerPx : besidePointerPx);
  return { x: Math.round(x), y: Math.round(y), edgeY: Math.round(edgeY), isAbove };
}
