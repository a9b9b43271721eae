/** Figure: 500 events a second on top of 100,000 pairs, until their rows are painted. */
import { type Figure, round } from './figure.ts';
import { longWindow } from './long-window.ts';
import { median, percentile } from './rounds.ts';

export const liveRow: Figure = {
  name: 'live-row',
  what: '500 events a second on top of a long session: from when an event was due to its row painted, 95th percentile',
  unit: 'ms',
  goal: { atMost: 150 },
  async measure() {
    const window = await longWindow();
    if ('skipped' in window) return window;
    return {
      value: round(percentile(window.live.delays, 0.95)),
      detail: `median ${round(median(window.live.delays))} ms, slowest ${round(window.live.delays.reduce((a, b) => Math.max(a, b), 0))} ms of ${window.live.delays.length} pairs in ${window.live.seconds} s`,
    };
  },
};
