/** Figure: memory that a judged session holds, for a million pairs. */
import { type Figure, round } from './figure.ts';
import { EVENTS, judge, storeDay, withDays } from './stored-day.ts';

const MILLION = 1_000_000;

export const judgedMemory: Figure = {
  name: 'judged-memory',
  what: 'memory that a judged session holds (events, pairs, findings and all indexes), for a million pairs',
  unit: 'GB',
  goal: { atMost: 8 },
  async measure() {
    const day = storeDay(EVENTS);
    const { heapBytes, rss, pairs } = withDays([day], () => judge(day));
    const each = Math.round(heapBytes / pairs);
    const measured = `${pairs} pairs: ${Math.round(heapBytes / 1e6)} MB of heap, ${each} bytes a pair, ${Math.round(rss / 1e6)} MB resident`;
    return {
      value: round((each * MILLION) / 1e9),
      detail: pairs === MILLION ? measured : `${measured}; a million by BENCH_EVENTS`,
    };
  },
};
