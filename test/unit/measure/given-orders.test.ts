/** The shop's own orders against what Meta counts, by numbers that were worked out by hand. */
import { describe, expect, it } from 'vitest';
import { createDiagnosis } from '../../../shared/diagnose/diagnosis.ts';
import { scoresOf } from '../../../shared/measure/scores.ts';
import { summarize } from '../../../shared/measure/summary.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../../shared/model/event.ts';
import type { OrderSign } from '../../../shared/model/sign.ts';
import { createPairing } from '../../../shared/pair/pairing.ts';
import { narrow } from '../../../shared/view/narrow-report.ts';
import { browserEvent, second, serverEvent, start } from '../../support/events.ts';
import { orderSign } from '../../support/orders.ts';

const minute = 60 * second;
const timeOf = (number: number) => start + (number - 1000) * 10 * minute;
const order = (number: number, own: Parameters<typeof orderSign>[0] = {}) =>
  orderSign({ number: `#${number}`, at: timeOf(number) - second, value: number, ...own });

const ownOf = (number: number) => ({
  at: timeOf(number),
  eventId: `order-${number}`,
  fbp: `fb.1.1795496100000.${number}`,
  customData: { value: number, currency: 'EUR', order_id: String(number) },
});
const browser = (number: number, change: Partial<BrowserEvent> = {}) =>
  browserEvent({ id: `b${number}`, ...ownOf(number), ...change });
const server = (number: number, change: Partial<ServerEvent> = {}) =>
  serverEvent({ id: `s${number}`, ...ownOf(number), ...change });

function judged(events: TrackedEvent[], signs: OrderSign[]) {
  const pairing = createPairing();
  const diagnosis = createDiagnosis();
  const findings = diagnosis.step(events, pairing.step(events), signs).upserted;
  return { events, pairs: pairing.pairs(), findings, orders: diagnosis.orders() };
}

const blocked = { outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' } as const;

/** Ten orders: 1001 to 1004 counted, 1004 twice; three blocked, one refused, one unreported, one counted by the server alone. */
const events = [
  ...[1001, 1002, 1003].flatMap((number) => [browser(number), server(number)]),
  browser(1004),
  server(1004, { eventId: 'another-id' }),
  ...[1005, 1006, 1007].map((number) => browser(number, blocked)),
  server(1008, { outcome: 'rejected', answer: '400' }),
  server(1010),
  server(1030, { eventName: 'Lead', customData: {} }),
];
const ten = Array.from({ length: 10 }, (_, at) => order(1001 + at));

describe('orders that the shop exported', () => {
  it('are counted beside what Meta would count, each loss with its orders and pairs', () => {
    const { completeness } = scoresOf(judged(events, ten));
    expect(completeness.orders).toMatchObject({ of: 10, browser: 4, server: 5, counted: 5 });
    expect(completeness.orders.given).toEqual({
      all: 10,
      twice: 1,
      parts: [
        {
          cause: 'blocked',
          count: 3,
          orders: ['#1005', '#1006', '#1007'],
          pairs: ['pair-b1005', 'pair-b1006', 'pair-b1007'],
        },
        { cause: 'rejected', count: 1, orders: ['#1008'], pairs: ['pair-s1008'] },
        { cause: 'not-reported', count: 1, orders: ['#1009'], pairs: [] },
      ],
      note: '10 orders, Meta would count 5: 3 blocked in the browser with no server copy, 1 refused, 1 reported by neither side. Of these it would count 1 more than once.',
    });
  });

  it('leave out what should not be reported, and what the recordings cannot show, and say so', () => {
    const others = [
      order(1011, { state: 'cancelled' }),
      order(1012, { state: 'test' }),
      order(1013, { origin: 'renewal' }),
      order(1014, { value: 0 }),
      order(1090),
      order(900),
    ];
    const { given, of } = scoresOf(judged(events, [...ten, ...others])).completeness.orders;
    expect({ of, all: given?.all }).toEqual({ of: 10, all: 16 });
    expect(given?.note).toContain(
      'Left out: 1 cancelled, 1 marked as tests, 1 made by a subscription, 1 for nothing, 2 outside of what was recorded.',
    );
  });

  it('say that the column may be wrong where no event names any of them', () => {
    const strangers = Array.from({ length: 3 }, (_, at) => order(7001 + at, { at: timeOf(1001 + at) }));
    expect(scoresOf(judged(events, strangers)).completeness.orders).toMatchObject({
      of: 0,
      given: { note: expect.stringContaining('3 orders given, and no Purchase names any of them.') },
    });
  });

  it('are the orders of the summary, and of an event name those that it reports', () => {
    const summary = summarize(judged(events, ten));
    expect(summary.orders).toBe(10);
    expect(summary.byEventName.map(({ eventName, orders }) => [eventName, orders])).toEqual([
      ['Lead', 0],
      ['Purchase', 9],
    ]);
  });

  it('leave every number as it was where none are given', () => {
    const without = judged(events, []);
    expect(scoresOf(without).completeness.orders).toEqual({ of: 9, browser: 4, server: 5, counted: 5 });
    expect(summarize(without).orders).toBe(9);
  });

  it('are narrowed with the pairs: to a time, those placed in it', () => {
    const source = { inputs: [], ...judged(events, ten) };
    const span = { filter: null, since: timeOf(1008) - minute, until: timeOf(1010) + minute };
    expect(narrow(source, span).orders?.map(({ order: { number } }) => number)).toEqual(['#1008', '#1009', '#1010']);
  });
});
