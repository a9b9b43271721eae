/** A clock that is played: time stands still until it is moved on, and runs what has become due. */
import type { TimeMs } from '../../../shared/model/fact.ts';

export type PlayedClock = {
  now(): TimeMs;
  /** Moves on by a little and tells the time: no two steps of a page happen in the same millisecond. */
  tick(): TimeMs;
  later(delayMs: number, run: () => void): void;
  /** Moves on; `settle` is awaited after each thing that became due. */
  advance(byMs: number, settle: () => Promise<void>): Promise<void>;
};

const tickMs = 7;

export function playedClock(startAt: TimeMs): PlayedClock {
  let time = startAt;
  let due: { at: TimeMs; run: () => void }[] = [];

  async function advance(byMs: number, settle: () => Promise<void>): Promise<void> {
    const end = time + byMs;
    for (;;) {
      const next = due.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
      if (next === undefined) break;
      due = due.filter((one) => one !== next);
      time = Math.max(time, next.at);
      next.run();
      await settle();
    }
    time = Math.max(time, end);
  }

  return {
    now: () => time,
    tick: () => {
      time += tickMs;
      return time;
    },
    later: (delayMs, run) => {
      due.push({ at: time + delayMs, run });
    },
    advance,
  };
}
