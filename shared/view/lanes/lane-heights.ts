/** Where the two lanes, their labels, the axis between and the clock below stand in the height that is given. */
import type { Lane } from './lane-entry.ts';

export type LaneHeights = {
  heightPx: number;
  browserY: number;
  serverY: number;
  /** Between the lanes: page loads, steps, notes. */
  axisY: number;
  /** Baseline of the clock. */
  clockY: number;
  /** Where the tails of late events run, below the server's lane. */
  tailY: number;
  /** Rows of labels at each lane. */
  tiers: number;
};

const tierPx = 15;
const clockPx = 16;
const labelGapPx = 13;
/** Below the server's lane the tails of late events run between marks and labels. */
const tailRoomPx = 17;

/** `heightPx`: of the canvas, without the overview below it. */
export function laneHeights(heightPx: number): LaneHeights {
  const tiers = heightPx < 160 ? 1 : heightPx < 250 ? 2 : heightPx < 330 ? 3 : 4;
  const browserY = 8 + tiers * tierPx + labelGapPx;
  const serverY = heightPx - clockPx - 4 - tiers * tierPx - tailRoomPx;
  return {
    heightPx,
    browserY,
    serverY,
    axisY: (browserY + serverY) / 2,
    clockY: heightPx - 5,
    tailY: serverY + 11,
    tiers,
  };
}

/** Baseline of a label, by lane and row; row 0 is the nearest. */
export function labelY(heights: LaneHeights, side: 'browser' | 'server', tier: number): number {
  return side === 'browser'
    ? heights.browserY - labelGapPx - tier * tierPx
    : heights.serverY + tailRoomPx + 10 + tier * tierPx;
}

export function laneY({ browserY, serverY, axisY, tailY }: LaneHeights, lane: Lane): number {
  return { browser: browserY, server: serverY, axis: axisY, arrival: tailY }[lane];
}
