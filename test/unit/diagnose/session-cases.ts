/** What only many pairs, a page load, a stream or a log can show: sessions with a fault, and near misses. */
import type { BrowserEvent, TrackedEvent } from '../../../shared/model/event.ts';
import type { LoggedToken } from '../../../shared/model/sign.ts';
import { hour, second, serverEvent, start, visitor } from '../../support/events.ts';
import type { Cases } from './case.ts';
import { everyMinute, healthy, minute, order, orders, pageView } from './whole-session.ts';

/** Orders each minute; between two of them one side misses its copies. */
const withGap = (from: number, until: number, only: 'browser' | 'server') =>
  orders(60, (number) => ({ ...everyMinute(number), ...(number > from && number < until && { only }) }));
const token = (own: Partial<LoggedToken> = {}): LoggedToken => ({
  ...{ kind: 'token', key: 'log-1-1', input: 1, at: start, place: 'line 4', events: ['s1'] },
  ...own,
});
const withAgent = (id: `b${number}`, agent: string, own: Partial<BrowserEvent> = {}) =>
  pageView({
    id,
    at: start + Number(id.slice(1)) * 200,
    other: { it: `179551440${id.slice(1)}000`, a: agent },
    ...own,
  });
const anotherVisitor = 'fb.1.1795496100777.777777777777777777';
const noscript = (own: Partial<BrowserEvent> = {}) =>
  pageView({
    id: 'b9',
    transport: 'noscript',
    fbp: null,
    url: null,
    hasOwnTime: false,
    other: { noscript: '1' },
    ...own,
  });

export const sessionCases: Cases = {
  'dup.two-installs': {
    fires: [
      { name: 'theme and tag manager', events: [withAgent('b1', ''), withAgent('b2', 'tmgoogletagmanager')] },
      {
        name: 'two versions',
        events: [
          pageView({ id: 'b1', other: { it: '1795514400000', v: '2.9.252' } }),
          pageView({ id: 'b2', at: start + 300, other: { it: '1795514400210', v: '2.9.345' } }),
        ],
      },
      { name: 'a noscript image beside the script', events: [pageView({ id: 'b1' }), noscript()] },
      {
        name: 'a noscript image that tells its visitor, where others have the same user agent',
        events: [
          pageView({ id: 'b1', fbp: anotherVisitor }),
          pageView({ id: 'b2', at: start + 100 }),
          noscript({ other: { noscript: '1', '_fbp cookie': visitor.fbp } }),
        ],
      },
      {
        name: 'a noscript image that tells its page',
        events: [pageView({ id: 'b1' }), noscript({ url: pageView({ id: 'b1' }).url })],
      },
    ],
    silent: [
      healthy,
      { name: 'two datasets', events: [withAgent('b1', ''), withAgent('b2', 'gtm', { datasetId: '99' })] },
      {
        name: 'the next page',
        events: [withAgent('b1', ''), withAgent('b2', 'gtm', { url: 'https://shop.example/b' })],
      },
      {
        name: 'the script was renewed since',
        events: [withAgent('b1', 'a1'), withAgent('b2', 'a2', { at: start + hour })],
      },
      {
        name: 'one script that is told its agent later',
        events: [withAgent('b1', ''), withAgent('b2', 'gtm', { other: { it: '1795514401000', a: 'gtm' } })],
      },
      {
        name: 'a noscript image of another browser',
        events: [pageView({ id: 'b1' }), noscript({ userAgent: 'Lynx/2' })],
      },
      {
        name: 'a noscript image of one of several visitors who have the same user agent',
        events: [pageView({ id: 'b1' }), pageView({ id: 'b2', at: start + hour, fbp: anotherVisitor }), noscript()],
      },
      {
        name: 'a noscript image of another visitor',
        events: [pageView({ id: 'b1' }), noscript({ fbp: anotherVisitor })],
      },
      {
        name: 'a noscript image of another page',
        events: [pageView({ id: 'b1' }), noscript({ url: 'https://shop.example/elsewhere' })],
      },
    ],
  },
  'time.clock-offset': {
    fires: [
      { name: 'a local time as UTC', events: orders(4, (n) => ({ ...everyMinute(n), offsetMs: 2 * hour + n * 200 })) },
      { name: 'a slow clock', events: orders(4, (n) => ({ ...everyMinute(n), offsetMs: -3 * minute + n * 200 })) },
      {
        name: 'one of two servers',
        events: orders(12, (n) => ({ ...everyMinute(n), offsetMs: n % 3 === 0 ? -5.5 * hour : 700 })),
      },
    ],
    silent: [
      healthy,
      {
        name: 'a queue that is late by differing times and stamps when it sends',
        events: orders(8, (n) => {
          const lateMs = 40 * second + ((n * 37) % 11) * 50 * second;
          return { ...everyMinute(n), offsetMs: lateMs, seenAt: start + n * minute + lateMs };
        }),
      },
      {
        name: 'a queue that is always 100 s late and stamps when it sends',
        events: orders(8, (n) => ({
          ...everyMinute(n),
          offsetMs: 100 * second,
          seenAt: start + n * minute + 100 * second,
        })),
      },
      {
        name: 'a queue in which three happen to wait equally long',
        events: orders(9, (n) => {
          const lateMs = n % 3 === 0 ? 5 * minute : n * minute;
          return { ...everyMinute(n), offsetMs: lateMs, seenAt: start + n * minute + lateMs + 20 * second };
        }),
      },
      {
        name: 'late, with the right event_time',
        events: orders(8, (n) => ({ ...everyMinute(n), seenAt: start + n * minute + 2 * hour })),
      },
      {
        name: 'a visitor or two with a wrong clock',
        events: orders(8, (n) => ({ ...everyMinute(n), offsetMs: n < 3 ? hour : 0 })),
      },
    ],
  },
  'time.silence': {
    fires: [
      { name: 'the server stops and comes back', events: withGap(20, 45, 'browser') },
      { name: 'the server stops for good', events: withGap(30, 99, 'browser') },
      { name: 'the Pixel stops', events: withGap(20, 45, 'server') },
    ],
    silent: [
      healthy,
      { name: 'a few are missing', events: withGap(20, 25, 'browser') },
      {
        name: 'six are missing in a stream that has one in half an hour',
        events: orders(40, (n) => ({ at: start + n * 30 * minute, ...(n > 20 && n < 27 && { only: 'browser' }) })),
      },
      {
        name: 'two minutes of a busy hour are missing',
        events: orders(400, (n) => ({ at: start + n * 2 * second, ...(n > 200 && n < 260 && { only: 'browser' }) })),
      },
      {
        name: 'every second one is missing',
        events: orders(60, (n) => ({ ...everyMinute(n), ...(n % 2 === 0 && { only: 'browser' }) })),
      },
      {
        name: 'both sides rest at night',
        events: orders(40, (n) => ({ at: start + n * minute + (n > 20 ? 9 * hour : 0) })),
      },
      {
        name: 'the server clock is an hour fast',
        events: orders(40, (n) => ({ ...everyMinute(n), offsetMs: hour })),
      },
      {
        name: 'renewals at night',
        events: [
          ...orders(40, (n) => ({ at: start + n * minute + (n > 20 ? 9 * hour : 0) })),
          ...Array.from({ length: 30 }, (_, at) =>
            order({ number: 100 + at, at: start + 3 * hour + at * minute, only: 'server' }),
          )
            .flat()
            .map((event) => ({ ...event, actionSource: 'system_generated' }) as TrackedEvent),
        ],
      },
    ],
  },
  'privacy.token-in-log': {
    fires: [
      { name: 'in the address', events: [serverEvent({ id: 's1' })], signs: [token()] },
      { name: 'in many records', events: [], signs: [token({ events: [] }), token({ key: 'k2', place: 'line 12' })] },
    ],
    silent: [healthy],
  },
};
