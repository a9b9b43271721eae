/** What pointer and keyboard are on: found anew whenever the pointer or the scene below it moves. */
import type { LaneHeights } from '../../shared/view/lanes/lane-heights.ts';
import { hitTest, type LaneHit } from '../../shared/view/lanes/lane-hit.ts';
import type { LaneScene } from '../../shared/view/lanes/lane-scene.ts';
import { hoverPair, useView } from '../state/view.ts';

export type Point = readonly [x: number, y: number];

export type Attention = {
  /** Null: the pointer is gone, or drags. */
  point(at: Point | null): void;
  /** Looks at `at`, and returns what is there. */
  lookAt(at: Point): LaneHit | null;
  takeKeyboard(isUsed: boolean): void;
  /** A new scene stands there. */
  show(scene: LaneScene, heights: LaneHeights): void;
  now(): { hit: LaneHit | null; pointer: Point | null; isKeyboard: boolean };
  /** Where the selected pair stands, px; null where it is not in view. */
  selectedPx(): number | null;
};

export function createAttention(host: HTMLElement): Attention {
  let scene: LaneScene | null = null;
  let heights: LaneHeights | null = null;
  let pointer: Point | null = null;
  let hit: LaneHit | null = null;
  let isKeyboard = false;

  const lookAt = (at: Point) => {
    hit = scene === null || heights === null ? null : hitTest(scene, heights, at);
    hoverPair(hit?.what === 'pair' ? hit.key : null);
    host.style.cursor = hit?.what === 'pair' || hit?.what === 'group' ? 'pointer' : '';
    return hit;
  };

  return {
    lookAt,
    point(at) {
      pointer = at;
      if (at !== null) isKeyboard = false;
      else if (hit !== null) {
        hit = null;
        hoverPair(null);
      }
    },
    takeKeyboard(isUsed) {
      isKeyboard = isUsed;
    },
    show(next, nextHeights) {
      scene = next;
      heights = nextHeights;
      if (pointer !== null) lookAt(pointer);
    },
    now: () => ({ hit, pointer, isKeyboard }),
    selectedPx() {
      const { selected } = useView.getState();
      const mark = scene?.marks.find(({ entry }) => entry.pair !== null && entry.pair.pair.key === selected);
      return mark === undefined || mark.x < 0 || mark.x > (scene?.widthPx ?? 0) ? null : mark.x;
    },
  };
}
