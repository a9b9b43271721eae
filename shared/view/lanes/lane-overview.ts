/** The whole session in a strip, and which part of it the lanes show. */
import { axisWidthPx, type LaneAxis, placeAt, placeX, scaleForWidth } from './lane-axis.ts';
import type { LaneCamera } from './lane-camera.ts';
import { groupColumns, type SceneGroup } from './lane-groups.ts';
import type { LaneLayout } from './lane-layout.ts';

export type LaneOverview = {
  bars: SceneGroup[];
  /** The part in view, in px of the strip. */
  window: { fromX: number; toX: number };
};

const barPx = 3;
const leastWindowPx = 10;

function overviewCamera(axis: LaneAxis, widthPx: number): LaneCamera {
  const scale = scaleForWidth(axis, widthPx - 2 * barPx);
  return { scale: Number.isFinite(scale) ? Math.max(scale, 1e-9) : 1, leftPx: -barPx };
}

export function overviewBars(layout: LaneLayout, widthPx: number): SceneGroup[] {
  const camera = overviewCamera(layout.axis, widthPx);
  return groupColumns(layout, { camera, range: [0, layout.axis.size], widthPx: barPx });
}

/** `roomPx`: width of the lanes; `widthPx`: width of the strip. */
export function overviewWindow(
  axis: LaneAxis,
  camera: LaneCamera,
  { roomPx, widthPx }: { roomPx: number; widthPx: number },
): LaneOverview['window'] {
  const strip = overviewCamera(axis, widthPx);
  const end = axisWidthPx(axis, camera.scale);
  const xOf = (px: number) => {
    const place = placeAt(axis, Math.min(end, Math.max(0, px)), camera.scale);
    return placeX(place, strip.scale) - strip.leftPx;
  };
  const fromX = camera.leftPx <= 0 ? 0 : xOf(camera.leftPx);
  const toX = camera.leftPx + roomPx >= end ? widthPx : xOf(camera.leftPx + roomPx);
  const missing = Math.max(0, leastWindowPx - (toX - fromX)) / 2;
  return { fromX: Math.max(0, fromX - missing), toX: Math.min(widthPx, toX + missing) };
}

/** Where the lanes' camera stands when what is at `x` of the strip shall be in its middle. */
export function cameraAtOverview(
  axis: LaneAxis,
  camera: LaneCamera,
  { x, roomPx, widthPx }: { x: number; roomPx: number; widthPx: number },
): LaneCamera {
  const strip = overviewCamera(axis, widthPx);
  const place = placeAt(axis, x + strip.leftPx, strip.scale);
  return { scale: camera.scale, leftPx: placeX(place, camera.scale) - roomPx / 2 };
}
