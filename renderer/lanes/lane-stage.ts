/** The stage of the lanes: brings book, view, painter and strip together, and paints when something has changed. */
import type { Pair } from '../../shared/model/pair.ts';
import type { SessionStatus } from '../../shared/model/session.ts';
import { sceneOf } from '../../shared/view/lanes/lane-scene.ts';
import { useLanes } from '../state/lanes.ts';
import { useSession } from '../state/session.ts';
import { hoverPair, openPair, useView } from '../state/view.ts';
import { type Attention, createAttention, type Point } from './attention.ts';
import { type FollowedBook, followRows } from './follow-rows.ts';
import { createLanePainter, type LanePainter } from './lane-painter.ts';
import { createLaneView, type LaneView } from './lane-view.ts';
import { createStrip, type OverviewStrip, type StripParts } from './strip.ts';
import { tellTip } from './tell-tip.ts';

export type LaneStage = {
  view: LaneView;
  strip: OverviewStrip;
  resize(widthPx: number, heightPx: number): void;
  retheme(): void;
  /** Null where nothing is filtered. */
  keepInSight(pairs: readonly Pair[] | null): void;
  /** Where the pointer is; null: it is gone, or drags. */
  point(at: Point | null): void;
  press(at: Point): void;
  /** While the keyboard has the word, the tip is that of the selected pair. */
  takeKeyboard(isUsed: boolean): void;
  /** Where zooming by keys keeps still: at the selected pair where it is in view, else in the middle. */
  focusPx(): number;
  close(): void;
};

export type StageParts = StripParts & { host: HTMLElement; canvas: HTMLCanvasElement };

type Works = { view: LaneView; rows: FollowedBook; painter: LanePainter; strip: OverviewStrip; attention: Attention };

export function createLaneStage({ host, canvas, ...stripParts }: StageParts): LaneStage {
  const painter = createLanePainter(host, canvas);
  const attention = createAttention(host);
  let frame = 0;
  let inSight: readonly Pair[] | null = null;
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const paint = () => {
    // While this frame still counts as asked for: what starts now is painted in it, not once more in the next.
    if (painter.widthPx() > 0) rows.start();
    frame = 0;
    paintNow(works);
  };
  /** A filter's result is in the list first, a frame before it is in the lanes. */
  const scheduleBehindList = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(paint);
    });
  };
  const view = createLaneView(schedule);
  const repaint = () => {
    strip.forget();
    schedule();
  };
  const rows = followRows({
    before: () => view.anchor(rows.book()),
    after: (isNew) => {
      if (isNew) {
        view.restart();
        rows.book().keepInSight(inSight);
      }
      repaint();
    },
  });
  const strip = createStrip(stripParts, () => ({ book: rows.book(), view, roomPx: painter.widthPx() }));
  const works: Works = { view, rows, painter, strip, attention };
  const stopWatching = useView.subscribe((now, before) => {
    if (now.selected !== before.selected) showPair(works, now.selected);
    if (now.selected !== before.selected || now.hovered !== before.hovered) schedule();
  });
  const stopListening = useSession.subscribe((now, before) => {
    if (!isLive(now.status) || isLive(before.status)) return;
    view.restart();
    schedule();
  });
  const then =
    <A extends unknown[]>(change: (...args: A) => void, after: () => void) =>
    (...args: A) => {
      change(...args);
      after();
    };

  return {
    view,
    strip,
    resize: then(painter.resize, repaint),
    retheme: then(painter.forgetColours, repaint),
    keepInSight: then((pairs: readonly Pair[] | null) => {
      inSight = pairs;
      rows.book().keepInSight(pairs);
      strip.forget();
    }, scheduleBehindList),
    point: then(attention.point, schedule),
    press: then((at: Point) => press(works, at), schedule),
    takeKeyboard: then(attention.takeKeyboard, schedule),
    focusPx: () => attention.selectedPx() ?? painter.widthPx() / 2,
    close() {
      cancelAnimationFrame(frame);
      rows.close();
      stopWatching();
      stopListening();
      hoverPair(null);
      useLanes.setState({ tip: null });
    },
  };
}

const isLive = (status: SessionStatus | null) => status?.capture.state === 'recording';

function paintNow({ view, rows, painter, strip, attention }: Works): void {
  const widthPx = painter.widthPx();
  if (widthPx === 0 || !rows.isReady()) return;
  const book = rows.book();
  const scene = sceneOf(book, view.settle(book, widthPx), widthPx);
  const heights = painter.heights();
  attention.show(scene, heights);
  const { hit, pointer, isKeyboard } = attention.now();
  const { selected, hovered } = useView.getState();
  const look = painter.paint(scene, {
    selected,
    hovered,
    hoveredGroup: hit?.what === 'group' ? hit.group.from : null,
  });
  if (look !== null) strip.paint(look.ink, look.ratio);
  tellTip({ hit, pointer, scene, heights, book, selected: isKeyboard ? selected : null });
}

function press({ view, attention }: Works, at: Point): void {
  const hit = attention.lookAt(at);
  if (hit?.what === 'pair') openPair(hit.key);
  else if (hit?.what === 'group') view.frame([hit.group.from, hit.group.to - 1]);
}

function showPair({ view, rows, painter }: Works, key: string | null): void {
  const pair = key === null ? null : rows.book().pair(key);
  if (pair === null || pair.entries.length === 0 || painter.widthPx() === 0 || !rows.isReady()) return;
  view.settle(rows.book(), painter.widthPx());
  const first = pair.entries.reduce((least, { column }) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const last = pair.entries.reduce((most, { column }) => Math.max(most, column), 0);
  view.show([first, last]);
}
