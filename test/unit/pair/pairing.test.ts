import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { browserEvent, hour, judge, second, serverEvent, start, visitor } from '../../support/events.ts';

const pairsOf = (...events: TrackedEvent[]) => judge(events).pairs;

const other = { fbp: 'fb.1.1795496100000.999', userData: {} };

describe('P0: repeats of one side', () => {
  it('P0: the same id, name and dataset again is the same pair', () => {
    const [pair, ...rest] = pairsOf(browserEvent({ id: 'b1' }), browserEvent({ id: 'b2', at: start + second }));
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({ browser: ['b1', 'b2'], verdict: 'browser-only', counted: 1 });
  });

  it('P0: after 48 hours the same id is a new event', () => {
    expect(pairsOf(serverEvent({ id: 's1' }), serverEvent({ id: 's2', at: start + 49 * hour }))).toHaveLength(2);
  });
});

describe('P1: exact joins', () => {
  it('P1: same dataset, name and id within 48 hours is deduplicated and counts once', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1' }));
    expect(pair).toMatchObject({ verdict: 'deduplicated', rule: 'P1', counted: 1, gapMs: 2000, order: '1001' });
  });

  it.each([
    ['name', { eventName: 'purchase' }],
    ['id case', { eventId: 'ORDER-1001' }],
    ['dataset', { datasetId: '999' }],
  ])('P1: a different %s is not an exact join', (_what, change) => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', ...change }));
    expect(pair).toMatchObject({ verdict: 'double-counted', rule: 'P3', counted: 2 });
  });

  it('P1: an event without dataset belongs to the one dataset of the session', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', datasetId: null }));
    expect(pair).toMatchObject({ verdict: 'deduplicated', datasetId: '1234567890' });
  });

  it('P1: with two datasets an event without one belongs to none', () => {
    const pairs = pairsOf(
      browserEvent({ id: 'b1' }),
      browserEvent({ id: 'b2', datasetId: '2' }),
      serverEvent({ id: 's1', datasetId: null }),
    );
    expect(pairs.some(({ verdict }) => verdict === 'deduplicated')).toBe(false);
  });
});

describe('P2: fallback joins', () => {
  const noId = { eventId: null };

  it('P2: without an id on one side the same fbp joins, browser first', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1', ...noId }), serverEvent({ id: 's1' }));
    expect(pair).toMatchObject({ verdict: 'fallback', rule: 'P2', counted: 1, kept: 'b1' });
  });

  it('P2: a Parameter Builder suffix does not keep fbp from joining', () => {
    const suffixed = `${browserEvent({ id: 'b1' }).fbp}.AQYCAQMA`;
    const [pair] = pairsOf(browserEvent({ id: 'b1', ...noId, fbp: suffixed }), serverEvent({ id: 's1', ...noId }));
    expect(pair?.verdict).toBe('fallback');
  });

  it('P2: the server first is not joined by Meta', () => {
    const [pair] = pairsOf(
      browserEvent({ id: 'b1', ...noId }),
      serverEvent({ id: 's1', ...noId, at: start - 5 * second }),
    );
    expect(pair).toMatchObject({ verdict: 'double-counted', rule: 'P3' });
  });

  it('P2: an event_time cut to its second does not make the server first where the log is silent', () => {
    const browser = browserEvent({ id: 'b1', ...noId, at: start + 900, seenAt: start + 940 });
    const cut = serverEvent({ id: 's1', ...noId, at: start, seenAt: null });
    expect(pairsOf(browser, cut)[0]).toMatchObject({ verdict: 'fallback', rule: 'P2' });
    const earlier = serverEvent({ id: 's1', ...noId, at: start - second, seenAt: null });
    expect(pairsOf(browser, earlier)[0]).toMatchObject({ verdict: 'double-counted', rule: 'P3' });
    const seen = serverEvent({ id: 's1', ...noId, at: start, seenAt: start + 500 });
    expect(pairsOf(browser, seen)[0]).toMatchObject({ verdict: 'double-counted', rule: 'P3' });
  });

  it('P2: of two sends the one whose id stands elsewhere in the server event is its copy', () => {
    const again = browserEvent({ id: 'b2', eventId: null, at: start + 900 });
    const misplaced = { customData: { value: 49.9, currency: 'EUR', order_id: '1001', event_id: 'order-1001' } };
    const [first, later] = pairsOf(browserEvent({ id: 'b1' }), again, serverEvent({ id: 's1', ...noId, ...misplaced }));
    expect(first).toMatchObject({ browser: ['b1'], server: ['s1'], verdict: 'fallback' });
    expect(later).toMatchObject({ browser: ['b2'], server: [], repeatOf: first?.key });
  });

  it('P2: the first send is the copy, not its twin that came nearer', () => {
    const again = browserEvent({ id: 'b2', eventId: null, at: start + 900 });
    const [first] = pairsOf(browserEvent({ id: 'b1' }), again, serverEvent({ id: 's1', ...noId }));
    expect(first).toMatchObject({ browser: ['b1'], server: ['s1'], verdict: 'fallback' });
  });

  it('P2: two different ids are two events, whatever the visitor', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', eventId: 'x9' }));
    expect(pair).toMatchObject({ verdict: 'double-counted', rule: 'P3' });
  });

  it('P2: different order numbers of one visitor are never joined', () => {
    const second1002 = { customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1002' } };
    const pairs = pairsOf(browserEvent({ id: 'b1', ...noId }), serverEvent({ id: 's1', ...noId, ...second1002 }));
    expect(pairs.map(({ verdict }) => verdict)).toEqual(['browser-only', 'server-only']);
  });

  it('P2: two purchases of one visitor are joined each with its own order', () => {
    const later = { customData: { value: 20, currency: 'EUR', order_id: '1002' } };
    const pairs = pairsOf(
      browserEvent({ id: 'b1', ...noId }),
      browserEvent({ id: 'b2', ...noId, ...later, at: start + 60 * second }),
      serverEvent({ id: 's2', ...noId, ...later, at: start + 61 * second }),
      serverEvent({ id: 's1', ...noId, at: start + 62 * second }),
    );
    expect(pairs.map(({ browser, server }) => [...browser, ...server])).toEqual([
      ['b1', 's1'],
      ['b2', 's2'],
    ]);
  });
});

describe('P3: joins by evidence', () => {
  it.each([
    ['prefix', 'order_1001', '1001'],
    ['case', 'Order-1001', 'order-1001'],
    ['leading zeros', '0001001', '1001'],
    ['white space', 'order-1001 ', 'order-1001'],
  ])('P3: ids that differ by %s are one action', (how, left, right) => {
    const bare = { customData: {}, userData: {}, fbp: null, url: null };
    const [pair] = pairsOf(
      browserEvent({ id: 'b1', ...bare, eventId: left }),
      serverEvent({ id: 's1', ...bare, eventId: right }),
    );
    expect(pair).toMatchObject({ verdict: 'double-counted', counted: 2 });
    expect(pair?.evidence.map(({ kind }) => kind)).toContain(`event_id (${how})`);
  });

  it('P3: the order number inside the event_id of the other side is evidence', () => {
    const [pair] = pairsOf(
      browserEvent({ id: 'b1', customData: {}, fbp: null, userData: {}, eventId: 'purchase.1001' }),
      serverEvent({ id: 's1', fbp: null, userData: {}, eventId: null }),
    );
    expect(pair?.evidence.map(({ kind }) => kind)).toContain('order');
  });

  it('P3: value, content, page and time join a server event that knows nothing of the visitor', () => {
    const anonymous = { fbp: null, userData: {}, userAgent: null, eventId: 'srv-77' };
    const plain = { customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'] } };
    const [pair] = pairsOf(browserEvent({ id: 'b1', ...plain }), serverEvent({ id: 's1', ...anonymous, ...plain }));
    expect(pair).toMatchObject({ verdict: 'double-counted', rule: 'P3' });
  });

  it('P3: an unrelated id alone with the same page is not enough', () => {
    const bare = { eventName: 'PageView', customData: {}, userData: {}, fbp: null, userAgent: null };
    expect(
      pairsOf(browserEvent({ id: 'b1', ...bare }), serverEvent({ id: 's1', ...bare, eventId: 'zz' })),
    ).toHaveLength(2);
  });

  it('P3: two people with the same product in the same minute are not joined where the server has no fbp', () => {
    const cart = { eventName: 'AddToCart', customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'] } };
    const browser = browserEvent({ id: 'b1', eventId: 'e1', ...cart });
    const server = (userData: Record<string, string[]>) =>
      serverEvent({ id: 's1', eventId: 'x9', fbp: null, ...cart, userData });
    expect(pairsOf(browser, server({ em: ['f'.repeat(64)] }))).toHaveLength(2);
    expect(pairsOf(browser, server({ ph: ['f'.repeat(64)] }))).toHaveLength(1);
    expect(pairsOf(browser, server({ em: ['f'.repeat(64), visitor.em] }))).toHaveLength(1);
  });

  it('P3: the same product at another time is another action where nothing tells the visitor', () => {
    const cart = { eventName: 'AddToCart', customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'] } };
    const server = (at: number) => serverEvent({ id: 's1', eventId: 'x9', fbp: null, userData: {}, ...cart, at });
    const browser = browserEvent({ id: 'b1', eventId: 'e1', ...cart });
    expect(pairsOf(browser, server(start + 50 * 60 * second))).toHaveLength(2);
    expect(pairsOf(browser, server(start + 20 * second))).toHaveLength(1);
  });

  it('P3: a different visitor with the same product in the same minute is another action', () => {
    const plain = { customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'] } };
    const pairs = pairsOf(
      browserEvent({ id: 'b1', ...plain, eventId: 'a' }),
      serverEvent({ id: 's1', ...plain, ...other, eventId: 'b' }),
    );
    expect(pairs).toHaveLength(2);
  });

  it('P3: one id for every event of a visit does not join a PageView with a Purchase far from it', () => {
    const visit = { eventId: 'visit-5', url: 'https://shop.example/' };
    const pairs = pairsOf(
      browserEvent({ id: 'b1', ...visit, eventName: 'PageView', customData: {} }),
      serverEvent({ id: 's1', ...visit, url: 'https://shop.example/thanks', at: start + hour }),
    );
    expect(pairs).toHaveLength(2);
  });
});

describe('P4: undecided', () => {
  it('P4: two candidates that fit equally are named and not joined', () => {
    const plain = { customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'] }, fbp: null, userData: {} };
    const pairs = pairsOf(
      browserEvent({ id: 'b1', ...plain, eventId: 'a', other: { it: '1' } }),
      browserEvent({ id: 'b2', ...plain, eventId: 'b', at: start + 30 * second, other: { it: '2' } }),
      serverEvent({ id: 's1', ...plain, eventId: 'c', at: start + 15 * second }),
    );
    expect(pairs).toHaveLength(3);
    expect(pairs.find(({ key }) => key === 'pair-s1')?.candidates).toEqual(['pair-b1', 'pair-b2']);
    expect(pairs.find(({ key }) => key === 'pair-s1')?.why).toContain('2 candidates');
  });
});
