/** The shop's orders beside what was reported: what is missing, what no order explains, what is told otherwise; near misses. */
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../../shared/model/event.ts';
import type { OrderSign } from '../../../shared/model/sign.ts';
import { browserEvent, second, serverEvent, start } from '../../support/events.ts';
import { orderSign } from '../../support/orders.ts';
import type { Case } from './case.ts';

const minute = 60 * second;

/** Order 1001, 1002, … ten minutes apart, each of its own amount. */
function order(number: number, own: Parameters<typeof orderSign>[0] = {}): OrderSign {
  const at = start + (number - 1001) * 10 * minute;
  return orderSign({ number: `#${number}`, at, value: number - 951.1, ...own });
}

const orders = (...numbers: number[]) => numbers.map((number) => order(number));

type Own = { custom?: object; at?: number };

/** The server's Purchase of an order, three seconds after it. */
function sold(number: number, own: Partial<ServerEvent> & Own = {}): ServerEvent {
  const { custom, ...rest } = own;
  const id = `s${number}` as const;
  const at = own.at ?? start + (number - 1001) * 10 * minute + 3 * second;
  const customData = { value: number - 951.1, currency: 'EUR', order_id: String(number), ...custom };
  return serverEvent({ id, eventId: `order-${number}`, fbp: `fb.1.1795496100000.${number}`, ...rest, at, customData });
}

function clicked(number: number, own: Partial<BrowserEvent> & Own = {}): BrowserEvent {
  const { custom, ...rest } = own;
  const id = `b${number}` as const;
  const at = own.at ?? start + (number - 1001) * 10 * minute + 2 * second;
  const customData = { value: number - 951.1, currency: 'EUR', order_id: String(number), ...custom };
  return browserEvent({ id, eventId: `order-${number}`, fbp: `fb.1.1795496100000.${number}`, ...rest, at, customData });
}

const all = (...numbers: number[]) => numbers.map((number) => sold(number));
const nameless = (number: number, own: Own = {}) =>
  sold(number, { ...own, eventId: `a${number % 7}-b`, custom: { order_id: null, ...own.custom } });

const told: Case = { name: 'every order is reported', events: all(1001, 1002, 1003), signs: orders(1001, 1002, 1003) };
const without: Case = { name: 'no orders are given', events: all(1001, 1002, 1003) };

/** Order 1002 is not among the events. */
const unreported = (
  name: string,
  own: Parameters<typeof order>[1],
  events: TrackedEvent[] = all(1001, 1003),
): Case => ({
  name,
  events,
  signs: [order(1001), order(1002, own), order(1003)],
});

const otherShop = { datasetId: '99', url: 'https://garden.example/thanks' };

export const orderCases: Record<string, { fires: Case[]; silent: Case[] }> = {
  'coverage.order-missing': {
    fires: [
      unreported('an order between two that the server reported', {}),
      {
        name: 'an order among those that the Pixel reported',
        events: [1001, 1003, 1004].map((number) => clicked(number)),
        signs: orders(1001, 1002, 1003, 1004),
      },
      unreported('an order of which the export does not tell the amount', { value: null }),
      {
        name: 'times without a zone, two hours off',
        events: all(1001, 1003),
        signs: [1001, 1002, 1003].map((number) =>
          order(number, { timing: 'zone-assumed', at: start + (number - 1001) * 10 * minute - 120 * minute }),
        ),
      },
      {
        name: 'of two orders with one amount, where the other one is named',
        events: all(1001, 1003, 1004),
        signs: [...orders(1001, 1003, 1004), order(1002, { value: 50.9, at: start + 21 * minute })],
      },
    ],
    silent: [
      told,
      without,
      unreported('cancelled', { state: 'cancelled' }),
      unreported('waits for its payment', { state: 'unpaid' }),
      unreported('paid back', { state: 'refunded' }),
      unreported('a test order', { state: 'test' }),
      unreported('for nothing', { value: 0 }),
      unreported('a subscription renews itself', { origin: 'renewal' }),
      unreported('sold at the till', { origin: 'elsewhere' }),
      unreported('no time is told', { at: null }),
      unreported('a day that the log does not cover as a whole', { timing: 'day', at: start }),
      unreported('before the log begins', { at: start - minute }),
      unreported('after the log has ended', { at: start + 60 * minute }),
      unreported('so shortly before the end that it may still be sent', { at: start + 20 * minute }),
      unreported('one Purchase without a number has its amount and time', {}, [...all(1001, 1003), nameless(1002)]),
      {
        name: 'a recording of one visitor among many',
        events: [clicked(1001), browserEvent({ id: 'b9', eventName: 'PageView', at: start + 60 * minute })],
        signs: orders(1001, 1002, 1003, 1004),
      },
      { name: 'no number fits: the wrong column', events: all(1001, 1002, 1003), signs: orders(7001, 7002, 7003) },
      {
        name: 'times without a zone, and no event names an order',
        events: [nameless(1001), sold(1003, { custom: { order_id: 'A' }, eventId: null })],
        signs: [1001, 1002, 1003].map((number) => order(number, { timing: 'zone-assumed' })),
      },
      {
        name: 'only another shop was recorded then',
        events: [
          ...all(1001, 1003),
          ...[0, 60].map((at) =>
            sold(5000 + at, { ...otherShop, at: start + at * minute, source: { input: 7, at: 'line 1' } }),
          ),
        ],
        signs: [...orders(1001, 1003), order(1002, { at: start + 40 * minute })],
      },
      {
        name: 'the number with a prefix, in the event_id alone',
        events: [...all(1001, 1003), sold(1002, { eventId: 'purchase.00001002', custom: { order_id: null } })],
        signs: orders(1001, 1002, 1003),
      },
      {
        name: 'the key of the database in place of the number',
        events: [...all(1001, 1003), sold(1002, { eventId: 'x', custom: { order_id: '5123456789013' } })],
        signs: [order(1001), order(1002, { aliases: ['5123456789013'] }), order(1003)],
      },
      {
        name: 'one event_id swallowed two orders: the id is the fault',
        events: [
          sold(1001, { eventId: 'same' }),
          clicked(1002, { eventId: 'same' }),
          clicked(1001, { eventId: 'same' }),
          sold(1003),
        ],
        signs: orders(1001, 1002, 1003),
      },
    ],
  },
  'coverage.no-order': {
    fires: [
      { name: 'a number that no order has', events: all(1001, 1002, 1003), signs: orders(1001, 1003) },
      {
        name: 'the Pixel fired for an order that was never placed',
        events: [...all(1001, 1003), clicked(1002)],
        signs: orders(1001, 1003),
      },
      {
        name: 'no number, and no order of its amount',
        events: [...all(1001, 1003), nameless(1002)],
        signs: orders(1001, 1003),
      },
      {
        name: 'no number, and the order of its amount was placed an hour later',
        events: [...all(1001, 1003, 1009), nameless(1002)],
        signs: [...orders(1001, 1003, 1009), order(1008, { value: 50.9 })],
      },
    ],
    silent: [
      told,
      without,
      { name: 'before the first order of the export', events: all(1001, 1002, 1003), signs: orders(1002, 1003) },
      { name: 'after the last one', events: all(1001, 1002, 1003), signs: orders(1001, 1002) },
      { name: 'no order of this dataset is given', events: all(1001, 1002, 1003), signs: orders(7001, 7002, 7003) },
      {
        name: 'another shop, with numbers of its own',
        events: [...all(1001, 1002, 1003), sold(8002, { ...otherShop, at: start + 11 * minute })],
        signs: orders(1001, 1002, 1003),
      },
      {
        name: 'a cancelled order explains it',
        events: all(1001, 1002, 1003),
        signs: [order(1001), order(1002, { state: 'cancelled' }), order(1003)],
      },
      {
        name: 'a renewal, which is no visit',
        events: [...all(1001, 1003), sold(1002, { actionSource: 'system_generated' })],
        signs: orders(1001, 1003),
      },
      {
        name: 'it did not reach Meta',
        events: [...all(1001, 1003), sold(1002, { outcome: 'rejected' })],
        signs: orders(1001, 1003),
      },
      {
        name: 'no number, and an order of its amount was placed then',
        events: [...all(1001, 1003), nameless(1002)],
        signs: orders(1001, 1002, 1003),
      },
      {
        name: 'another event',
        events: [...all(1001, 1003), sold(1002, { eventName: 'Lead' })],
        signs: orders(1001, 1003),
      },
    ],
  },
};

/** Beside the copies' own order numbers: the value of the order. */
export const orderValueCases: { fires: Case[]; silent: Case[] } = {
  fires: [
    {
      name: 'without shipping',
      events: [sold(1001, { custom: { value: 45 } })],
      signs: [order(1001, { shipping: 4.9 })],
    },
    {
      name: 'without tax',
      events: [clicked(1001, { custom: { value: '41.93' } })],
      signs: [order(1001, { tax: 7.97 })],
    },
    { name: 'cents for units', events: [sold(1001, { custom: { value: 4990 } })], signs: orders(1001) },
    {
      name: 'the right amount in another currency',
      events: [sold(1001, { custom: { currency: 'USD' } })],
      signs: orders(1001),
    },
    {
      name: 'both copies alike',
      events: [clicked(1001, { custom: { value: 40 } }), sold(1001, { custom: { value: 40 } })],
      signs: orders(1001),
    },
  ],
  silent: [
    told,
    { name: 'as text', events: [clicked(1001, { custom: { value: '49,90' } })], signs: orders(1001) },
    { name: 'a rounding', events: [sold(1001, { custom: { value: 49.904 } })], signs: orders(1001) },
    {
      name: 'converted into another currency',
      events: [sold(1001, { custom: { value: 57.39, currency: 'USD' } })],
      signs: orders(1001),
    },
    {
      name: 'the export tells no value',
      events: [sold(1001, { custom: { value: 40 } })],
      signs: [order(1001, { value: null })],
    },
    { name: 'the event tells none', events: [sold(1001, { custom: { value: null } })], signs: orders(1001) },
    {
      name: 'another shop uses the number',
      events: [
        sold(1001),
        sold(2001, {
          ...otherShop,
          eventId: 'order-1001',
          at: start + 50 * second,
          custom: { order_id: '1001', value: 7 },
        }),
      ],
      signs: orders(1001),
    },
    {
      name: 'the number comes again a month later',
      events: [
        sold(1001),
        sold(2001, { eventId: 'x', at: start + 30 * 24 * 60 * minute, custom: { order_id: '1001', value: 7 } }),
      ],
      signs: orders(1001),
    },
    {
      name: 'the copies disagree with each other, which is told by itself',
      events: [clicked(1001, { custom: { value: 40 } }), sold(1001)],
      signs: orders(1001),
    },
  ],
};
