/** Pairs of more than two copies: twins of one side, which copy is kept, one id for several actions, copies that count in none. */
import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { browserEvent, judge, second, serverEvent, start } from '../../support/events.ts';

const pairsOf = (...events: TrackedEvent[]) => judge(events).pairs;

describe('P5: twins of one side', () => {
  it('P5: the same order under another id is the same action sent again', () => {
    const pairs = pairsOf(browserEvent({ id: 'b1' }), browserEvent({ id: 'b2', eventId: 'zzz', at: start + second }));
    expect(pairs.map(({ repeatOf }) => repeatOf)).toEqual([null, 'pair-b1']);
  });

  it('P5: a server twin of a joined pair names that pair', () => {
    const pairs = pairsOf(
      browserEvent({ id: 'b1' }),
      serverEvent({ id: 's1' }),
      serverEvent({ id: 's2', eventId: 'zzz', at: start + 4 * second }),
    );
    expect(pairs.find(({ key }) => key === 'pair-s2')?.repeatOf).toBe('pair-b1');
  });

  it('P5: a thank-you page that is opened again is another PageView, whatever order its address names', () => {
    const view = {
      eventName: 'PageView',
      eventId: null,
      customData: {},
      url: 'https://shop.example/order-received/1001',
    };
    const again = browserEvent({ id: 'b2', ...view, at: start + 60 * second, other: { it: '1795514459000' } });
    expect(pairsOf(browserEvent({ id: 'b1', ...view }), again).map(({ repeatOf }) => repeatOf)).toEqual([null, null]);
  });

  it('P5: two installs on one page send twice, two tabs with one install do not', () => {
    const view = { eventName: 'PageView', eventId: null, customData: {} };
    const first = browserEvent({ id: 'b1', ...view, other: { it: '1', a: 'tmgoogletagmanager', v: '2.9.252' } });
    const again = (agent: string) =>
      browserEvent({ id: 'b2', ...view, at: start + 700, other: { it: '2', a: agent, v: '2.9.252' } });
    expect(pairsOf(first, again('seg')).map(({ repeatOf }) => repeatOf)).toEqual([null, 'pair-b1']);
    expect(pairsOf(first, again('tmgoogletagmanager')).map(({ repeatOf }) => repeatOf)).toEqual([null, null]);
  });

  it('P5: going back and forth in a single-page shop is no second send; a double PageView is one', () => {
    const view = { eventName: 'PageView', eventId: null, customData: {} };
    const home = browserEvent({ id: 'b1', ...view });
    const back = (at: number) =>
      browserEvent({ id: 'b2', ...view, at, other: { it: String(home.other['it']), 'ie[a]': '1' } });
    expect(pairsOf(home, back(start + 6 * second)).map(({ repeatOf }) => repeatOf)).toEqual([null, null]);
    expect(pairsOf(home, back(start + 200)).map(({ repeatOf }) => repeatOf)).toEqual([null, 'pair-b1']);
  });

  it('P5: of two sends the one whose copy arrived stands for the action, and the earlier one names it', () => {
    const lead = { eventName: 'Lead', customData: {} };
    const pairs = pairsOf(
      serverEvent({ id: 's1', ...lead, eventId: null, at: start - 5 * second }),
      browserEvent({ id: 'b1', ...lead, eventId: null }),
      serverEvent({ id: 's2', ...lead, eventId: 'own', at: start + second }),
    );
    expect(pairs.find(({ key }) => key === 'pair-b1')).toMatchObject({ server: ['s2'], repeatOf: null });
  });

  it('P5: two AddToCart of one visitor five seconds apart are two actions', () => {
    const cart = { eventName: 'AddToCart', customData: { content_ids: ['A1'] } };
    const pairs = pairsOf(
      browserEvent({ id: 'b1', ...cart, eventId: 'a' }),
      browserEvent({ id: 'b2', ...cart, eventId: 'b', at: start + 5 * second }),
    );
    expect(pairs.map(({ repeatOf }) => repeatOf)).toEqual([null, null]);
  });
});

describe('P6: the verdict is that of the events that count', () => {
  it.each([
    ['blocked', 'server-only', 1],
    ['aborted', 'server-only', 1],
    ['held', 'deduplicated', 1],
  ] as const)('P6: a %s Pixel call with its server twin is %s', (outcome, verdict, counted) => {
    const [pair] = pairsOf(browserEvent({ id: 'b1', outcome }), serverEvent({ id: 's1' }));
    expect(pair).toMatchObject({ browser: ['b1'], server: ['s1'], verdict, counted });
  });

  it('P6: a rejected server event leaves the browser alone', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', outcome: 'rejected' }));
    expect(pair).toMatchObject({ verdict: 'browser-only', counted: 1, kept: 'b1' });
  });

  it('P6: where nothing arrived the pair counts nothing', () => {
    const [pair] = pairsOf(
      browserEvent({ id: 'b1', outcome: 'blocked' }),
      serverEvent({ id: 's1', outcome: 'rejected' }),
    );
    expect(pair).toMatchObject({ verdict: 'browser-only', counted: 0, kept: null });
  });
});

describe('P7: the kept copy', () => {
  it('P7: within five minutes the browser is favoured even when it came second', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', at: start - 60 * second }));
    expect(pair?.kept).toBe('b1');
  });

  it('P7: after five minutes the first received is kept', () => {
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', at: start - 600 * second }));
    expect(pair?.kept).toBe('s1');
  });
});

describe('P8: one id for several actions', () => {
  it('P8: two sides that number one order differently are one action', () => {
    const renumbered = { customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '77001' } };
    const [pair] = pairsOf(browserEvent({ id: 'b1' }), serverEvent({ id: 's1', ...renumbered }));
    expect(pair).toMatchObject({ verdict: 'deduplicated', actions: 1 });
  });

  it('P8: two orders under one id are one event to Meta and two actions', () => {
    const [pair] = pairsOf(
      browserEvent({ id: 'b1', eventId: 'baked' }),
      browserEvent({
        id: 'b2',
        eventId: 'baked',
        at: start + 600 * second,
        customData: { value: 20, currency: 'EUR', order_id: '1002' },
      }),
    );
    expect(pair).toMatchObject({ counted: 1, actions: 2 });
  });
});

it('copies and automatic events are in no pair', () => {
  expect(pairsOf(browserEvent({ id: 'b1', role: 'copy' }), browserEvent({ id: 'b2', role: 'automatic' }))).toEqual([]);
});
