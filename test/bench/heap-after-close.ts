/** Figure: what a window still keeps once its long session is closed. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';

export const heapAfterClose: Figure = {
  name: 'heap-after-close',
  what: 'JavaScript heap of a window whose long session was closed, against one whose session of 50 pairs was closed',
  unit: 'times',
  goal: { atMost: 1.1 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(window.closedHeapBytes / window.shortClosedHeapBytes),
      detail: `after a long session ${round(window.closedHeapBytes / 1e6)} MB, after a short one ${round(window.shortClosedHeapBytes / 1e6)} MB`,
    };
  },
};
