/** Heights of the two lanes and what stands between, above and below them, in px. */

export const browserLaneY = 50;
export const serverLaneY = 118;
export const ticksY = 170;
export const lanesHeightPx = 180;
const tierPx = 15;

/** Baseline of a label, by lane and row. */
export function labelY(side: 'browser' | 'server', tier: number): number {
  return side === 'browser' ? browserLaneY - 14 - tier * tierPx : serverLaneY + 23 + tier * tierPx;
}

export function laneY(side: 'browser' | 'server'): number {
  return side === 'browser' ? browserLaneY : serverLaneY;
}
