/** Figure: what a window still keeps once its long session is closed. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';

export const heapAfterClose: Figure = {
  name: 'heap-after-close',
  what: 'JavaScript heap of a window whose long session was closed, against a window that never saw one',
  unit: 'times',
  goal: { atMost: 1.1 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(window.closedHeapBytes / window.freshHeapBytes),
      detail: `closed ${round(window.closedHeapBytes / 1e6)} MB, fresh ${round(window.freshHeapBytes / 1e6)} MB`,
    };
  },
};
