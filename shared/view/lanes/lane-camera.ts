/** Which part of the axis is in view: zoom at a point, pan, fit, follow the newest. Pure: a camera in, a camera out. */
import { axisWidthPx, columnX, foldWidthPx, type LaneAxis, placeAt, placeX, scaleForWidth } from './lane-axis.ts';

export type LaneCamera = {
  /** px a unit of the axis. */
  scale: number;
  /** px from the first column to the left edge of the view; negative where the view begins before it. */
  leftPx: number;
};

export type LaneRoom = { widthPx: number };

/** Free room at the two ends, for marks and their labels. */
export const endsPx = { left: 24, right: 96 };
/** A recording of a few events is not stretched over the whole width: so many units of the axis take all of it. */
const calmUnits = 42;
const leastCalmScale = 28;
const calmScale = ({ widthPx }: LaneRoom) => Math.max(leastCalmScale, widthPx / calmUnits);
/** Following begins to scroll rather than to crowd. */
const followScale = 9;
const closestScale = 240;
/** Of the view's width, where a pair goes that is brought into view. */
const stageAt = 0.5;
const marginPx = 40;

export function fitCamera(axis: LaneAxis, room: LaneRoom): LaneCamera {
  const scale = scaleForWidth(axis, Math.max(1, room.widthPx - endsPx.left - endsPx.right));
  return { scale: Math.min(calmScale(room), scale), leftPx: -endsPx.left };
}

/** The newest at the right edge, as near as it is now; all of it while it has room. */
export function followCamera(axis: LaneAxis, room: LaneRoom, camera: LaneCamera | null): LaneCamera {
  const fit = fitCamera(axis, room);
  const scale = Math.max(fit.scale, camera?.scale ?? followScale);
  return held({ scale, leftPx: Number.POSITIVE_INFINITY }, axis, room);
}

/** The camera that a new recording starts with. */
export function firstFollowCamera(axis: LaneAxis, room: LaneRoom): LaneCamera {
  const fit = fitCamera(axis, room);
  return followCamera(axis, room, { ...fit, scale: Math.max(followScale, fit.scale) });
}

/** What stands at `atPx` of the view stays there. */
export function zoomCamera(
  camera: LaneCamera,
  { axis, room, factor, atPx }: { axis: LaneAxis; room: LaneRoom; factor: number; atPx: number },
): LaneCamera {
  const fit = fitCamera(axis, room);
  const scale = Math.min(closestScale, Math.max(fit.scale, camera.scale * factor));
  const place = placeAt(axis, camera.leftPx + atPx, camera.scale);
  return held({ scale, leftPx: placeX(place, scale) - atPx }, axis, room);
}

export function panCamera(camera: LaneCamera, byPx: number, { axis, room }: { axis: LaneAxis; room: LaneRoom }) {
  return held({ ...camera, leftPx: camera.leftPx + byPx }, axis, room);
}

/** Shows the columns `from` to `to` as large as they fit. */
export function frameCamera(
  axis: LaneAxis,
  room: LaneRoom,
  [from, to]: readonly [from: number, to: number],
): LaneCamera {
  const fit = fitCamera(axis, room);
  const open = Math.max(1, (axis.open[to] ?? 0) - (axis.open[from] ?? 0));
  const folds = (axis.folds[to] ?? 0) - (axis.folds[from] ?? 0);
  const free = room.widthPx - 2 * marginPx - folds * foldWidthPx(calmScale(room));
  const scale = Math.min(calmScale(room), Math.max(fit.scale, free / open));
  return held({ scale, leftPx: columnX(axis, from, scale) - marginPx }, axis, room);
}

/** Moves as little as it must for the columns to be in view: not at all where they are. */
export function showCamera(
  camera: LaneCamera,
  [from, to]: readonly [from: number, to: number],
  { axis, room }: { axis: LaneAxis; room: LaneRoom },
): LaneCamera {
  const fromX = columnX(axis, from, camera.scale) - camera.leftPx;
  const toX = columnX(axis, to, camera.scale) - camera.leftPx;
  const isInView = fromX >= marginPx / 2 && toX <= room.widthPx - marginPx;
  const isWider = toX - fromX > room.widthPx - 2 * marginPx;
  if (isInView || (isWider && fromX < room.widthPx - marginPx && toX > marginPx)) return camera;
  const middle = isWider ? fromX : (fromX + toX) / 2;
  return panCamera(camera, middle - room.widthPx * (isWider ? 0.1 : stageAt), { axis, room });
}

/** Keeps the axis from leaving the view. */
export function held(camera: LaneCamera, axis: LaneAxis, { widthPx }: LaneRoom): LaneCamera {
  const mostLeft = -endsPx.left;
  const mostRight = Math.max(mostLeft, axisWidthPx(axis, camera.scale) + endsPx.right - widthPx);
  return { scale: camera.scale, leftPx: Math.min(mostRight, Math.max(mostLeft, camera.leftPx)) };
}
