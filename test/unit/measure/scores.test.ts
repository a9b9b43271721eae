/** The measures against numbers that were worked out by hand. */
import { describe, expect, it } from 'vitest';
import { countSentence } from '../../../shared/measure/count-parts.ts';
import { scoresOf } from '../../../shared/measure/scores.ts';
import { inWords } from '../../../shared/measure/share.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../../shared/model/event.ts';
import { browserEvent, hour, judge, second, serverEvent, start } from '../../support/events.ts';

const measure = (events: TrackedEvent[]) => scoresOf({ events, pairs: judge(events).pairs });

/** The n-th order's events, minutes apart and by different visitors: pairing has no doubt about them. */
function orderOf(n: number) {
  const at = start + n * 10 * 60 * second;
  const own = {
    eventId: `order-${1000 + n}`,
    fbp: `fb.1.1795496100000.${n}`,
    userData: { em: [n.toString(16).padStart(64, '0')] },
    customData: { value: 10 * n, currency: 'EUR', content_ids: [`A${n}`], order_id: `${1000 + n}` },
  };
  return {
    browser: (change: Partial<BrowserEvent> = {}) => browserEvent({ id: `b${n}`, at, ...own, ...change }),
    server: (change: Partial<ServerEvent> = {}) => serverEvent({ id: `s${n}`, at: at + 2 * second, ...own, ...change }),
  };
}

function both(n: number): TrackedEvent[] {
  return [orderOf(n).browser(), orderOf(n).server()];
}

describe('completeness', () => {
  const blocked = { outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' } as const;
  const events = [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(both),
    orderOf(10).browser(blocked),
    orderOf(11).browser(blocked),
    orderOf(12).server({ outcome: 'rejected', answer: '400' }),
  ];

  it('says how many actions Meta would count, and how the others were lost', () => {
    const { completeness } = measure(events);
    expect(completeness).toMatchObject({ value: 0.75, part: 9, of: 12, countedByMeta: 9 });
    expect(completeness.note).toBe(
      '12 actions, Meta would count 9: 2 blocked in the browser with no server copy, 1 refused.',
    );
  });

  it('names the pairs behind each number', () => {
    expect(measure(events).completeness.parts).toEqual([
      { cause: 'blocked', effect: 'missing', count: 2, pairs: ['pair-b10', 'pair-b11'] },
      { cause: 'rejected', effect: 'missing', count: 1, pairs: ['pair-s12'] },
    ]);
  });

  it('takes a blocked call with a server copy for arrived', () => {
    const { completeness } = measure([orderOf(1).browser(blocked), orderOf(1).server()]);
    expect(completeness).toMatchObject({ part: 1, of: 1, parts: [] });
  });

  it('tells apart what was cut off, what failed, and what was lost on both sides', () => {
    const { completeness } = measure([
      orderOf(1).browser({ outcome: 'aborted' }),
      orderOf(2).browser({ outcome: 'failed' }),
      orderOf(3).browser(blocked),
      orderOf(3).server({ outcome: 'rejected' }),
    ]);
    expect(completeness.parts.map(({ cause, pairs }) => [cause, pairs])).toEqual([
      ['aborted', ['pair-b1']],
      ['failed', ['pair-b2']],
      ['lost-on-both-sides', ['pair-b3']],
    ]);
  });

  it('adds what is counted twice or again, and takes away what shares an id: the sum is what Meta counts', () => {
    const again = orderOf(2).browser({ id: 'b20', eventId: 'other', at: start + 20 * 60 * second + 100 });
    const cached = orderOf(3).browser({ id: 'b30', customData: { order_id: '7', value: 1, currency: 'EUR' } });
    const { completeness } = measure([
      orderOf(1).browser(),
      orderOf(1).server({ eventId: '1001' }),
      orderOf(2).browser(),
      again,
      orderOf(3).browser(),
      cached,
    ]);
    expect(completeness).toMatchObject({ part: 3, of: 4, countedByMeta: 5 });
    expect(completeness.parts.map(({ cause, effect, count }) => [cause, effect, count])).toEqual([
      ['id-reused', 'missing', 1],
      ['double-counted', 'extra', 1],
      ['sent-again', 'extra', 1],
    ]);
    expect(completeness.note).toContain(
      '4 actions, Meta would count 5: 1 under the event_id of another action; 1 counted twice, 1 sent once more as another event.',
    );
  });

  it('sets orders against Pixel and server', () => {
    expect(measure(events).completeness.orders).toEqual({ of: 12, browser: 9, server: 9, counted: 9 });
    const sides = measure([orderOf(1).browser(), orderOf(2).server(), ...both(3)]).completeness.orders;
    expect(sides).toEqual({ of: 3, browser: 2, server: 2, counted: 3 });
  });
});

describe('match keys', () => {
  const events = [
    orderOf(1).browser({ userData: {}, other: { 'udff[email]': 'a'.repeat(64) } }),
    ...[1, 2, 3, 4].map((n) => orderOf(n).server()),
    orderOf(5).server({ userData: {}, fbp: null, fbc: null }),
    orderOf(6).server({ shows: { userData: false, customData: true } }),
  ];
  const { matchKeys } = measure(events);
  const rowOf = (side: string, key: string) => matchKeys.byKey.find((row) => row.side === side && row.key === key);

  it('counts each key by event name and side, over the events that show customer information', () => {
    expect(rowOf('server', 'em')).toEqual({ eventName: 'Purchase', side: 'server', key: 'em', with: 4, of: 5 });
    expect(rowOf('server', 'client_ip_address')).toMatchObject({ with: 5, of: 5 });
    expect(rowOf('server', 'ph')).toMatchObject({ with: 0, of: 5 });
  });

  it("finds a Pixel's keys under their other names, and does not ask it for address and user agent", () => {
    expect(rowOf('browser', 'em')).toMatchObject({ with: 1, of: 1 });
    expect(rowOf('browser', 'client_ip_address')).toBeUndefined();
  });

  it("has a share of events with a telling key, and does not claim Meta's own quality", () => {
    expect(matchKeys).toMatchObject({ value: 0.8, part: 4, of: 5 });
    expect(matchKeys.note).toContain("Meta's own event match quality is not computable here");
  });
});

describe('consistency', () => {
  const priced = (value: unknown, currency: string) => ({ customData: { value, currency, order_id: '1002' } as never });
  const events = [
    ...both(1),
    orderOf(2).browser(priced('20.00', 'eur')),
    orderOf(2).server(priced(20, 'EUR')),
    orderOf(3).browser(),
    orderOf(3).server({ eventId: '1003' }),
    orderOf(4).browser(),
    orderOf(4).server({ customData: { value: 41, currency: 'USD', order_id: '1004' } }),
    orderOf(5).browser({ eventName: 'PageView', customData: {} }),
    orderOf(5).server({ eventName: 'PageView', customData: {} }),
    orderOf(6).browser(),
  ];

  it('compares each field over the pairs in which a copy carries it', () => {
    const { consistency } = measure(events);
    expect(consistency.byField).toEqual([
      { field: 'event_id', agree: 4, of: 5, pairs: ['pair-b3'] },
      { field: 'event_name', agree: 5, of: 5, pairs: [] },
      { field: 'value', agree: 3, of: 4, pairs: ['pair-b4'] },
      { field: 'currency', agree: 3, of: 4, pairs: ['pair-b4'] },
    ]);
    expect(consistency).toMatchObject({ value: 0.6, part: 3, of: 5 });
  });

  it('does not judge custom data that a log leaves out', () => {
    const server = orderOf(1).server({ customData: {}, shows: { userData: true, customData: false } });
    const { byField } = measure([orderOf(1).browser(), server]).consistency;
    expect(byField.map(({ of }) => of)).toEqual([1, 1, 0, 0]);
  });
});

describe('deduplication', () => {
  it("is the share of browser events with a server twin that Meta joins, beside Meta's goal", () => {
    const events = [...[1, 2, 3].flatMap(both), ...[4, 5, 6, 7, 8].map((n) => orderOf(n).browser())];
    const { deduplication } = measure(events);
    expect(deduplication).toMatchObject({ value: 0.375, part: 3, of: 8, goal: 0.75 });
    expect(deduplication.note).toContain('goal for this event coverage is 75%');
  });

  it('measures the overlap by the smaller source, for each event name', () => {
    const lead = { eventName: 'Lead', customData: {} };
    const events = [
      ...[1, 2, 3].flatMap(both),
      ...[4, 5].map((n) => orderOf(n).server()),
      ...[6, 7, 8].map((n) => orderOf(n).browser()),
      orderOf(9).browser(lead),
    ];
    const { deduplication } = measure(events);
    expect(deduplication).toMatchObject({ browser: 7, browserJoined: 3, server: 5, serverJoined: 3, overlap: 0.6 });
    expect(deduplication.byEventName).toEqual([
      { eventName: 'Lead', browser: 1, browserJoined: 0, server: 0, serverJoined: 0, overlap: null },
      { eventName: 'Purchase', browser: 6, browserJoined: 3, server: 5, serverJoined: 3, overlap: 0.6 },
    ]);
  });

  it('leaves out what did not reach Meta', () => {
    const { deduplication } = measure([orderOf(1).browser({ outcome: 'blocked' }), orderOf(1).server()]);
    expect(deduplication).toMatchObject({ browser: 0, server: 1, serverJoined: 0 });
  });
});

describe('freshness', () => {
  const leaving = (delaysMs: number[]) =>
    delaysMs.map((delayMs, i) => {
      const server = orderOf(i + 1).server();
      return { ...server, seenAt: server.at + delayMs };
    });

  it('tells the shares within a minute and an hour, the median and the 95th percentile', () => {
    const minute = 60 * second;
    const { freshness } = measure(leaving([5 * second, second, minute, minute + 1, hour, 2 * hour]));
    expect(freshness).toMatchObject({ value: 0.5, part: 3, of: 6, withinMinute: 3, withinHour: 5 });
    expect(freshness).toMatchObject({ medianMs: minute, p95Ms: 2 * hour, ahead: 0 });
  });

  it('takes a little less than nothing for whole seconds, and counts an event_time far ahead apart', () => {
    const { freshness } = measure(leaving([-400, -hour, 0, 0, 0, 0]));
    expect(freshness).toMatchObject({ part: 5, of: 5, medianMs: 0, ahead: 1 });
    expect(freshness.note).toContain('Left out: 1 with an event_time later than they were sent.');
  });

  it('leaves out events whose sending was not seen, or whose time is that of sending', () => {
    const { freshness } = measure([orderOf(1).server({ seenAt: null }), orderOf(2).server({ hasOwnTime: false })]);
    expect(freshness.of).toBe(0);
  });
});

describe('the count', () => {
  it('is the share of actions that Meta counts exactly once, by event name', () => {
    const again = orderOf(2).server({ id: 's20', eventId: 'other' });
    const { count } = measure([
      ...[1, 2, 3].flatMap(both),
      again,
      orderOf(4).browser(),
      orderOf(4).server({ eventId: '1004' }),
      orderOf(5).browser({ outcome: 'blocked' }),
      orderOf(6).browser({ eventName: 'Lead', customData: {} }),
    ]);
    expect(count.byEventName).toEqual([
      { eventName: 'Lead', actions: 1, once: 1, countedByMeta: 1 },
      { eventName: 'Purchase', actions: 5, once: 2, countedByMeta: 6 },
    ]);
    expect(count).toMatchObject({ value: 0.5, part: 3, of: 6, countedByMeta: 7 });
  });
});

describe('too little to judge', () => {
  it('gives counts and no percentage below five cases', () => {
    const scores = measure([1, 2, 3, 4].flatMap(both));
    for (const { value, part, of, note } of Object.values(scores)) {
      expect({ value, part, of }).toEqual({ value: null, part: 4, of: 4 });
      expect(note).toMatch(/ Too few to judge by a percentage\.$/);
    }
    expect(scores.freshness).toMatchObject({ medianMs: null, p95Ms: null });
    expect(scores.deduplication.overlap).toBeNull();
  });

  it('gives a percentage from five cases on', () => {
    for (const { value } of Object.values(measure([1, 2, 3, 4, 5].flatMap(both)))) expect(value).toBe(1);
  });

  it('has nothing to say of an empty session', () => {
    for (const { value, part, of } of Object.values(measure([]))) expect([value, part, of]).toEqual([null, 0, 0]);
  });
});

it('copies and automatic events are in no measure', () => {
  const events = [1, 2, 3, 4, 5].flatMap(both);
  const beside = [orderOf(6).browser({ role: 'copy' }), orderOf(7).browser({ role: 'automatic' })];
  expect(measure([...events, ...beside])).toEqual(measure(events));
});

it('a sentence groups its numbers by thousands, as the figures beside it do', () => {
  expect(countSentence(5000, 5217, [{ cause: 'double-counted', effect: 'extra', count: 1217, pairs: [] }])).toBe(
    '5,000 actions, Meta would count 5,217: 1,217 counted twice.',
  );
  expect(inWords(1378, 1522)).toBe('1,378 of 1,522');
});
