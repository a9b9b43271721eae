/** The delay chart: columns of equal time over the server events whose sending was seen. */
import { expect, test } from 'vitest';
import { delayColumns } from '../../../shared/view/delay-columns.ts';
import { eventRow } from '../../../shared/view/rows.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';

const start = Date.UTC(2026, 10, 24, 9);
const server = (n: number, atS: number, delayMs: number | null) => {
  const at = start + atS * 1000;
  return eventRow(serverEvent({ id: `s${n}`, at, seenAt: delayMs === null ? null : at + delayMs }));
};

test('a column tells the middle and the worst of its delays, and names its events', () => {
  const columns = delayColumns([server(1, 0, 500), server(2, 1, 90_000), server(3, 2, 700), server(4, 99, 100)], 10);
  expect(columns).toMatchObject([
    { events: ['s1', 's2', 's3'], medianMs: 700, worstMs: 90_000, from: start },
    { events: ['s4'], medianMs: 100, worstMs: 100 },
  ]);
});

test('browser events and server events of unknown sending are left out', () => {
  expect(delayColumns([server(1, 0, null), eventRow(browserEvent({ id: 'b1' }))], 10)).toEqual([]);
});

test('sending before the event is no delay', () => {
  expect(delayColumns([server(1, 0, -400)], 10)).toMatchObject([{ medianMs: 0, worstMs: 0 }]);
});
