/** Figure: one more event on top of a long session. */
import { createPipeline } from '../../electron/core/pipeline.ts';
import { type Figure, round } from './figure.ts';
import { pixelFact, serverFact } from './rig/checkout-facts.ts';
import { percentile } from './rounds.ts';
import { EVENTS } from './stored-day.ts';

const MORE = 300;

export const oneMoreEvent: Figure = {
  name: 'one-more-event',
  what: 'one more event decoded, paired and diagnosed on top of a long session, 95th percentile',
  unit: 'ms',
  goal: { atMost: 5 },
  async measure() {
    const pipeline = createPipeline();
    pipeline.take(day());
    const times = Array.from({ length: MORE }, (_, n) => time(() => void pipeline.take([pixelFact(EVENTS + n)])));
    return {
      value: round(percentile(times, 0.95)),
      detail: `on top of ${EVENTS} pairs, median ${round(percentile(times, 0.5))} ms`,
    };
  },
};

function* day() {
  for (let n = 0; n < EVENTS; n += 1) {
    yield pixelFact(n);
    yield serverFact(n);
  }
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
