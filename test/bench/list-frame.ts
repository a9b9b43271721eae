/** Figure: scrolling the list of 100,000 pairs, against the frames of an empty page of the same browser. */
import type { Figure } from './figure.ts';
import { longWindow } from './long-window.ts';

export const listFrame: Figure = {
  name: 'list-frame',
  what: 'scrolling the list, 95th percentile of its frames against those of an empty page',
  unit: 'times',
  goal: { atMost: 1.25 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: window.listFrames.ratio,
      detail: `${window.pairs} pairs, ${window.listFrames.detail}`,
    };
  },
};
