/** The view on the lanes: its camera and what moves it. Holds no DOM. */

import { columnX } from '../../shared/view/lanes/lane-axis.ts';
import type { LaneBook } from '../../shared/view/lanes/lane-book.ts';
import {
  firstFollowCamera,
  fitCamera,
  followCamera,
  frameCamera,
  held,
  type LaneCamera,
  type LaneRoom,
  panCamera,
  showCamera,
  zoomCamera,
} from '../../shared/view/lanes/lane-camera.ts';
import type { LaneEntry } from '../../shared/view/lanes/lane-entry.ts';
import { columnsInView } from '../../shared/view/lanes/lane-scene.ts';
import { type LaneMode, useLanes } from '../state/lanes.ts';
import { useSession } from '../state/session.ts';

export type LaneView = {
  /** The camera for the book and the width as they are now. */
  settle(book: LaneBook, widthPx: number): LaneCamera;
  /** Remembers what is being read, before the book changes. */
  anchor(book: LaneBook): void;
  /** A new session: the camera starts anew. */
  restart(): void;
  setMode(mode: LaneMode): void;
  zoom(factor: number, atPx: number): void;
  pan(byPx: number): void;
  moveTo(camera: LaneCamera): void;
  frame(range: readonly [from: number, to: number]): void;
  show(range: readonly [from: number, to: number]): void;
  camera(): LaneCamera;
};

const isLive = () => useSession.getState().status?.capture.state === 'recording';

export function createLaneView(onMove: () => void): LaneView {
  let camera: LaneCamera | null = null;
  let book: LaneBook | null = null;
  let room = { widthPx: 0 };
  let held1: { entry: LaneEntry; x: number } | null = null;
  const mode = () => useLanes.getState().mode;
  const setMode = (next: LaneMode) => {
    if (mode() !== next) useLanes.setState({ mode: next });
    onMove();
  };
  const now = () => camera ?? { scale: 1, leftPx: 0 };
  const axis = () => (book as LaneBook).layout().axis;
  /** Where a hand-moved camera stands at an end, it keeps to that end. */
  const move = (next: LaneCamera) => {
    if (book === null) return;
    camera = held(next, axis(), room);
    const fit = fitCamera(axis(), room);
    const isWhole = camera.scale <= fit.scale * 1.001;
    const isAtEnd = camera.leftPx >= held({ ...camera, leftPx: Number.POSITIVE_INFINITY }, axis(), room).leftPx - 1;
    setMode(isLive() && isAtEnd ? 'follow' : isWhole ? 'fit' : 'free');
  };

  /** A window that grew may have room for all of what was a part before. */
  const fitWhereAllHasRoom = (grown: LaneRoom) => {
    if (grown.widthPx === room.widthPx || camera === null || mode() !== 'free') return;
    if (camera.scale <= fitCamera(axis(), grown).scale) useLanes.setState({ mode: 'fit' });
    else camera = held(camera, axis(), grown);
  };

  /** What was being read before the book changed stays where it was. */
  const withHeldEntry = (moved: LaneCamera) => {
    if (held1 === null || held1.entry.column < 0) return moved;
    return held({ ...moved, leftPx: columnX(axis(), held1.entry.column, moved.scale) - held1.x }, axis(), room);
  };

  return {
    settle(current, widthPx) {
      book = current;
      fitWhereAllHasRoom({ widthPx });
      room = { widthPx };
      if (camera === null) {
        setMode(isLive() ? 'follow' : 'fit');
        camera = isLive() ? firstFollowCamera(axis(), room) : fitCamera(axis(), room);
      } else if (mode() === 'fit') camera = fitCamera(axis(), room);
      else if (mode() === 'follow') camera = followCamera(axis(), room, camera);
      else camera = withHeldEntry(camera);
      held1 = null;
      return camera;
    },
    anchor(current) {
      if (held1 !== null || camera === null || current !== book) return;
      const layout = current.layout();
      const [from] = columnsInView(layout.axis, camera, { ...room, overscanPx: 0 });
      const entry = current.entries[layout.firstEntry[from] ?? 0];
      if (entry === undefined) return;
      held1 = { entry, x: columnX(layout.axis, from, camera.scale) - camera.leftPx };
    },
    restart() {
      camera = null;
      held1 = null;
    },
    setMode,
    zoom: (factor, atPx) => move(zoomCamera(now(), { axis: axis(), room, factor, atPx })),
    pan: (byPx) => move(panCamera(now(), byPx, { axis: axis(), room })),
    moveTo: move,
    frame: (range) => move(frameCamera(axis(), room, range)),
    show: (range) => {
      const next = showCamera(now(), range, { axis: axis(), room });
      if (next !== camera) move(next);
    },
    camera: now,
  };
}
