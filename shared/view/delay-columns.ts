/** How late server events left, over the time of a session: columns of equal time, each with its events. */
import type { EventId } from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { EventRow } from './rows.ts';

export type DelayColumn = {
  from: TimeMs;
  to: TimeMs;
  events: EventId[];
  /** From happening to sending, the middle and the worst of the column, in ms. */
  medianMs: number;
  worstMs: number;
};

/** Only server events whose sending was seen; columns without any are left out. `count`: how many the time divides into. */
export function delayColumns(events: Iterable<EventRow>, count: number): DelayColumn[] {
  const late = [...events].flatMap(({ id, side, role, at, seenAt }) =>
    side === 'server' && role === 'event' && seenAt !== null ? [{ id, at, delayMs: Math.max(0, seenAt - at) }] : [],
  );
  const first = late.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const last = late.reduce((most, { at }) => Math.max(most, at), Number.NEGATIVE_INFINITY);
  const stepMs = Math.max(1000, (last - first + 1) / count);
  const columns = new Map<number, typeof late>();
  for (const event of late) {
    const index = Math.floor((event.at - first) / stepMs);
    const column = columns.get(index);
    if (column === undefined) columns.set(index, [event]);
    else column.push(event);
  }
  return [...columns.entries()]
    .sort(([a], [b]) => a - b)
    .map(([index, members]) => ({
      from: first + index * stepMs,
      to: first + (index + 1) * stepMs,
      events: members.map(({ id }) => id),
      ...spread(members.map(({ delayMs }) => delayMs)),
    }));
}

function spread(delays: number[]): Pick<DelayColumn, 'medianMs' | 'worstMs'> {
  const sorted = delays.sort((a, b) => a - b);
  return { medianMs: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, worstMs: sorted.at(-1) ?? 0 };
}
