/** Where on the clock an event is shown. Server events know their time by the second only. */
import type { EventRow } from './rows.ts';

/** `event_time` is in whole seconds: within its second, the time of sending tells more. ms since the epoch. */
export function momentOf({ side, at, seenAt }: Pick<EventRow, 'side' | 'at' | 'seenAt'>): number {
  if (side === 'browser' || seenAt === null || at % 1000 !== 0) return at;
  return Math.min(at + 999, Math.max(at, seenAt));
}
