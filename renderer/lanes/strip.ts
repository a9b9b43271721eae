/** The overview below the lanes: painted when the session changes, its window moved with every frame. */
import type { LaneBook } from '../../shared/view/lanes/lane-book.ts';
import { cameraAtOverview, overviewBars, overviewWindow } from '../../shared/view/lanes/lane-overview.ts';
import type { LaneInk } from './lane-ink.ts';
import type { LaneView } from './lane-view.ts';
import { paintOverview } from './paint-overview.ts';

export type StripParts = { strip: HTMLCanvasElement; stripWindow: HTMLElement };

type Shown = { book: LaneBook; view: LaneView; roomPx: number };

export type OverviewStrip = {
  /** The session has changed. */
  forget(): void;
  paint(ink: LaneInk, ratio: number): void;
  /** Brings what is at `x` of the strip into the middle of the lanes. */
  goTo(x: number): void;
};

export function createStrip({ strip, stripWindow }: StripParts, shown: () => Shown): OverviewStrip {
  const ctx = strip.getContext('2d');
  let isFresh = false;

  return {
    forget() {
      isFresh = false;
    },
    paint(ink, ratio) {
      const { book, view, roomPx } = shown();
      const { clientWidth: widthPx, clientHeight: heightPx } = strip;
      if (ctx === null || widthPx === 0) return;
      const layout = book.layout();
      if (!isFresh) {
        strip.width = Math.round(widthPx * ratio);
        strip.height = Math.round(heightPx * ratio);
        paintOverview(ctx, { bars: overviewBars(layout, widthPx), widthPx, heightPx, ink, ratio });
        isFresh = true;
      }
      const { fromX, toX } = overviewWindow(layout.axis, view.camera(), { roomPx, widthPx });
      stripWindow.hidden = fromX <= 0 && toX >= widthPx;
      stripWindow.style.transform = `translateX(${fromX}px)`;
      stripWindow.style.width = `${toX - fromX}px`;
    },
    goTo(x) {
      const { book, view, roomPx } = shown();
      const { axis } = book.layout();
      view.moveTo(cameraAtOverview(axis, view.camera(), { x, roomPx, widthPx: strip.clientWidth }));
    },
  };
}
