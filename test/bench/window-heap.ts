/** Figure: what a window keeps in memory of a session of 100,000 pairs. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';

export const windowHeap: Figure = {
  name: 'window-heap',
  what: 'JavaScript heap of a window on a session of 100,000 pairs, after a collection',
  unit: 'GB',
  goal: { atMost: 0.4 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(window.heapBytes / 1e9),
      detail: `${window.pairs} pairs, ${Math.round(window.heapBytes / 1e6)} MB`,
    };
  },
};
