/** P5: one action sent several times by one side, which of the sends stands for it, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import { browserEvent, hour, judge, second, serverEvent, start } from '../../support/events.ts';

const pairsOf = (...events: TrackedEvent[]) => judge(events).pairs;
/** Each pair by its key, with the pair that it repeats. */
const repeatsOf = (...events: TrackedEvent[]) =>
  Object.fromEntries(pairsOf(...events).map(({ key, repeatOf }) => [key, repeatOf]));

const b1 = browserEvent({ id: 'b1' });
const s1 = serverEvent({ id: 's1' });
const load = (at: number) => ({ at, other: { it: String(at) } });
const goods = (own: object) => ({ customData: { value: 49.9, currency: 'EUR', order_id: '1001', ...own } });
const stranger = { fbp: 'fb.1.1795496100000.999', userData: { em: ['f'.repeat(64)] } };
const otherShop = { ...stranger, url: 'https://garden.example/thanks' };

describe('P5: the send that got farthest stands for the action', () => {
  it('P5: a server event under an id of its own, sent before the copy that shares the Pixel’s id, names that pair', () => {
    const early = serverEvent({ id: 's2', eventId: 'hook-77', at: start - second });
    expect(repeatsOf(early, b1, s1)).toEqual({ 'pair-b1': null, 'pair-s2': 'pair-b1' });
  });

  it('P5: a second tag without id that fires before the one with a server copy names that pair', () => {
    const early = browserEvent({ id: 'b2', eventId: null, at: start - 300 });
    expect(repeatsOf(early, b1, s1)).toEqual({ 'pair-b1': null, 'pair-b2': 'pair-b1' });
  });

  it('P5: without any copy of the other side the first send stands', () => {
    const again = serverEvent({ id: 's2', eventId: 'hook-77', at: start + 9 * second });
    expect(repeatsOf(again, s1)).toEqual({ 'pair-s1': null, 'pair-s2': 'pair-s1' });
  });

  it('P5: a refused send does not stand for the action where another was taken', () => {
    const refused = serverEvent({ id: 's2', eventId: null, at: start - second, outcome: 'rejected' });
    expect(repeatsOf(refused, s1)).toEqual({ 'pair-s1': null, 'pair-s2': 'pair-s1' });
  });

  it('P2, P5: Meta joins the Pixel’s call with the send that it took, not with the refused one before', () => {
    const call = browserEvent({ id: 'b1', eventId: null });
    const refused = serverEvent({ id: 's1', eventId: null, outcome: 'rejected' });
    const retry = serverEvent({ id: 's2', eventId: null, seenAt: start + 20 * second });
    const pairs = pairsOf(call, refused, retry);
    expect(pairs.find(({ key }) => key === 'pair-b1')).toMatchObject({ server: ['s2'], verdict: 'fallback' });
    expect(pairs.reduce((sum, { counted }) => sum + counted, 0)).toBe(1);
  });
});

describe('P5: two exact pairs', () => {
  const copies = (number: number, own: Partial<TrackedEvent>, loadedAt = own.at ?? start): TrackedEvent[] => {
    const at = own.at ?? start;
    const both = { eventId: `e${number}`, ...own } as object;
    return [
      browserEvent({ id: `b${number}`, at, other: { it: String(loadedAt) }, ...both }),
      serverEvent({ id: `s${number}`, ...both, at: at + second, other: {} }),
    ];
  };

  it('P5: a thank-you page that makes a new id at each load counts one order again, copies and all', () => {
    const pairs = pairsOf(...copies(1, {}), ...copies(2, { at: start + hour }));
    expect(pairs.map(({ verdict, repeatOf }) => [verdict, repeatOf])).toEqual([
      ['deduplicated', null],
      ['deduplicated', 'pair-b1'],
    ]);
  });

  it('P5: a handler that is bound twice sends one Lead as two, copies and all', () => {
    const lead = { eventName: 'Lead', customData: {} };
    const again = copies(2, { at: start + 300, ...lead }, start);
    expect(repeatsOf(...copies(1, lead), ...again)).toEqual({ 'pair-b1': null, 'pair-b2': 'pair-b1' });
  });

  it('P5: two quick AddToCart on one page, each with its own copy, are two actions', () => {
    const cart = { eventName: 'AddToCart', customData: { content_ids: ['A1'] } };
    const again = copies(2, { at: start + 900, ...cart }, start);
    expect(repeatsOf(...copies(1, cart), ...again)).toEqual({ 'pair-b1': null, 'pair-b2': null });
  });

  it.each<[string, Partial<TrackedEvent>]>([
    ['a Lead from another tab', { eventName: 'Lead', customData: {}, at: start + 5 * second }],
    ['more bought on top of an order', goods({ value: 12, content_ids: ['Z9'] })],
    ['the rest after a deposit', goods({ value: 150, content_ids: ['A1'] })],
    ['an order of the same number of another shop', otherShop],
  ])('P5: %s is another action', (_what, own) => {
    const { eventName = 'Purchase', customData = goods({ content_ids: ['A1'] }).customData } = own;
    const first = eventName === 'Purchase' ? goods({ content_ids: ['A1'] }) : { eventName, customData };
    expect(repeatsOf(...copies(1, first), ...copies(2, { at: start + 60 * second, ...own }))).toEqual({
      'pair-b1': null,
      'pair-b2': null,
    });
  });
});

describe('P5: days later', () => {
  it.each([
    ['the same id', {}],
    ['another id and the same order', { eventId: 'load-2' }],
  ])('P5: a thank-you page opened after 50 hours with %s is the same action', (_what, own) => {
    const again = browserEvent({ id: 'b2', ...load(start + 50 * hour), ...own });
    expect(repeatsOf(b1, s1, again)).toEqual({ 'pair-b1': null, 'pair-b2': 'pair-b1' });
  });

  it('P5: a server event that is sent again after 50 hours is the same action', () => {
    expect(repeatsOf(b1, s1, serverEvent({ id: 's2', seenAt: start + 50 * hour }))['pair-s2']).toBe('pair-b1');
  });

  it.each<[string, Partial<TrackedEvent>]>([
    ['a subscription that renews the order', { actionSource: 'system_generated' } as Partial<TrackedEvent>],
    ['an order of that number, of somebody else', { ...stranger, ...goods({ value: 12 }) }],
    ['an order of that number, of nobody known', { fbp: null, userData: {}, ...goods({ value: 12 }) }],
  ])('P5: %s is another action', (_what, own) => {
    const later = { id: 's2', eventId: 'e2', at: start + 60 * hour, ...own } as Parameters<typeof serverEvent>[0];
    expect(repeatsOf(b1, s1, serverEvent(later))).toEqual({ 'pair-b1': null, 'pair-s2': null });
  });
});

describe('P5: one order number', () => {
  it('P5: money that is given back is not the purchase sent again', () => {
    const refund = serverEvent({ id: 's2', eventId: 'r1', at: start + hour, ...goods({ value: -49.9 }) });
    expect(repeatsOf(b1, s1, refund)).toEqual({ 'pair-b1': null, 'pair-s2': null });
  });

  it('P5: a server that sends an order in parts sends it several times', () => {
    const part = serverEvent({
      id: 's2',
      eventId: 'ship-2',
      at: start + hour,
      ...goods({ value: 9, content_ids: ['Z'] }),
    });
    expect(repeatsOf(b1, s1, part)['pair-s2']).toBe('pair-b1');
  });
});

describe('P5: in the browser alone', () => {
  const again = (own: object) =>
    browserEvent({ id: 'b2', eventId: 'load-2', ...load(start + 60 * second), ...goods(own) });
  const first = browserEvent({ id: 'b1', ...goods({ content_ids: ['A1'] }) });

  it('P5: more bought on top of an order is another action, the same order at another amount is not', () => {
    expect(repeatsOf(first, again({ value: 12, content_ids: ['Z9'] }))['pair-b2']).toBe(null);
    expect(repeatsOf(first, again({ value: 12, content_ids: ['A1'] }))['pair-b2']).toBe('pair-b1');
  });
});

describe('P3: what is no copy of the other side', () => {
  it('P3: a refund under the id of its purchase is not the server’s copy of it', () => {
    const refund = serverEvent({ id: 's1', eventName: 'Refund', at: start + hour });
    expect(pairsOf(b1, refund).map(({ verdict }) => verdict)).toEqual(['browser-only', 'server-only']);
  });

  it.each(['app', 'physical_store', 'system_generated'])(
    'P2, P3: an event of the same person from %s, without order or id in common, is another action',
    (actionSource) => {
      const own = { eventId: 'pos-7', actionSource, url: null, customData: { value: 49.9, currency: 'EUR' } };
      const call = browserEvent({ id: 'b1', eventId: null });
      expect(pairsOf(call, serverEvent({ id: 's1', ...own }))).toHaveLength(2);
      expect(pairsOf(call, serverEvent({ id: 's1', ...own, actionSource: 'website' }))).toHaveLength(1);
      expect(pairsOf(call, serverEvent({ id: 's1', ...own, ...goods({}) }))).toHaveLength(1);
    },
  );

  it('P3: the same order number of another shop, person and amount is another sale', () => {
    const other = { eventId: 'x', ...otherShop, ...goods({ value: 12 }) };
    expect(pairsOf(b1, serverEvent({ id: 's1', ...other }))).toHaveLength(2);
    expect(pairsOf(b1, serverEvent({ id: 's1', ...other, ...goods({}) }))).toHaveLength(1);
  });
});

it('P3: hours apart the same number of another person and amount is another sale, where numbers begin anew', () => {
  const other = (at: number) => serverEvent({ id: 's1', eventId: 'x', at, ...stranger, ...goods({ value: 12 }) });
  expect(pairsOf(b1, other(start + 5 * hour))).toHaveLength(2);
  expect(pairsOf(b1, other(start + 60 * second))).toHaveLength(1);
});

it('P4: a single candidate that fits another event as well is told as one', () => {
  const split = (id: 's1' | 's2', part: string) =>
    serverEvent({ id, eventId: `1001-${part}`, ...goods({ order_id: `1001-${part}`, content_ids: ['A1'] }) });
  const pairs = pairsOf(b1, split('s1', '1'), split('s2', '2'));
  expect(pairs.find(({ key }) => key === 'pair-s1')?.why).toContain('its 1 candidate fits another event');
});
