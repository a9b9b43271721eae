/** Figure: from a key in the search field of a window to the painted result, 100,000 pairs. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';
import { median, percentile } from './rounds.ts';

export const keyInWindow: Figure = {
  name: 'key-in-window',
  what: 'from a key in the search field to the painted result, window on 100,000 pairs, 95th percentile',
  unit: 'ms',
  goal: { atMost: 100 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(percentile(window.keys, 0.95)),
      detail: `median ${round(median(window.keys))} ms, slowest ${round(Math.max(...window.keys))} ms of ${window.keys.length} keys`,
    };
  },
};
