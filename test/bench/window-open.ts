/** Figure: opening a window on a session of 100,000 pairs. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';
import { median } from './rounds.ts';

export const windowOpen: Figure = {
  name: 'window-open',
  what: 'from going to the address to the first rows painted, session of 100,000 pairs, nothing cached, median',
  unit: 'ms',
  goal: { atMost: 1000 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(median(window.opens)),
      detail: [
        `${window.pairs} pairs, openings ${window.opens.map(Math.round).join(', ')} ms`,
        `as the first page of a browser just started ${Math.round(window.firstOpen)} ms`,
        `50 pairs ${Math.round(median(window.shortOpens))} ms`,
      ].join('; '),
    };
  },
};
