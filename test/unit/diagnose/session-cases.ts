/** What only many pairs, a page load, a stream or a log can show: sessions with a fault, and near misses. */
import type { BrowserEvent, TrackedEvent } from '../../../shared/model/event.ts';
import type { LoggedToken, PageNote, ScriptCall } from '../../../shared/model/sign.ts';
import { browserEvent, hour, second, serverEvent, start, visitor } from '../../support/events.ts';
import type { Case } from './cases.ts';

const minute = 60 * second;
const headless = visitor.userAgent.replace('Chrome/', 'HeadlessChrome/');

type Action = { number: number; at: number; offsetMs?: number; seenAt?: number; only?: 'browser' | 'server' };

/** One order with both copies, or one of them. */
function order({ number, at, offsetMs = 0, seenAt = at + second, only }: Action): TrackedEvent[] {
  const own = {
    eventId: `order-${number}`,
    customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: String(number) },
    fbp: `fb.1.1795496100000.${number}`,
  };
  const events: TrackedEvent[] = [];
  if (only !== 'server') events.push(browserEvent({ ...own, id: `b${number}`, at, other: {} }));
  if (only !== 'browser') events.push(serverEvent({ ...own, id: `s${number}`, at: at + offsetMs, seenAt }));
  return events;
}

const orders = (count: number, one: (number: number) => Omit<Action, 'number'>) =>
  Array.from({ length: count }, (_, at) => order({ number: at + 1, ...one(at + 1) })).flat();

const everyMinute = (number: number) => ({ at: start + number * minute });

/** Orders each minute; between two of them one side misses its copies. */
const withGap = (from: number, until: number, only: 'browser' | 'server') =>
  orders(60, (number) => ({ ...everyMinute(number), ...(number > from && number < until && { only }) }));

const pageView = (own: Partial<BrowserEvent> & Pick<BrowserEvent, 'id'>) =>
  browserEvent({ eventName: 'PageView', eventId: null, customData: {}, ...own });

const scriptCall = (own: Partial<ScriptCall>): ScriptCall => ({
  ...{ kind: 'config', key: 'c1', input: 0, at: start, datasetId: '1234567890', page: 'https://shop.example/' },
  ...{ outcome: 'sent', answer: '200', userAgent: visitor.userAgent },
  ...own,
});
const loader = (own: Partial<ScriptCall> = {}) => scriptCall({ kind: 'loader', key: 'l1', datasetId: null, ...own });
const note = (own: Partial<PageNote>): PageNote => ({
  ...{ kind: 'console', key: 'n1', input: 0, at: start + 300, page: 'https://shop.example/', text: '' },
  ...own,
});
const token = (own: Partial<LoggedToken> = {}): LoggedToken => ({
  ...{ kind: 'token', key: 'log-1-1', input: 1, at: start, place: 'line 4', events: ['s1'] },
  ...own,
});

const counted = (id: `b${number}`, ec: number, own: Partial<BrowserEvent> = {}) =>
  pageView({
    id,
    at: start + ec * second,
    eventName: `Step${ec}`,
    other: { it: String(start - 20), ec: String(ec) },
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

const healthy: Case = {
  name: 'healthy orders on a page whose script arrived',
  events: [...orders(12, everyMinute), pageView({ id: 'b99', at: start + 200 })],
  signs: [loader(), scriptCall({})],
};

export const sessionCases: Record<string, { fires: Case[]; silent: Case[] }> = {
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
  'delivery.script-missing': {
    fires: [
      { name: 'blocked', events: [], signs: [loader({ outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' })] },
      { name: 'not found', events: [], signs: [loader({ outcome: 'failed', answer: '404' })] },
    ],
    silent: [
      healthy,
      { name: 'the page was left', events: [], signs: [loader({ outcome: 'aborted', answer: 'net::ERR_ABORTED' })] },
      {
        name: 'the second try arrived',
        events: [],
        signs: [loader({ outcome: 'failed', answer: '503' }), loader({ key: 'l2', at: start + second })],
      },
    ],
  },
  'delivery.silent': {
    fires: [
      { name: 'nothing follows', events: [], signs: [scriptCall({})] },
      {
        name: 'the other dataset sends',
        events: [pageView({ id: 'b1', datasetId: '99', at: start + 100 })],
        signs: [scriptCall({}), scriptCall({ key: 'c2', datasetId: '99' })],
      },
      {
        name: 'the second visit of the page',
        events: [pageView({ id: 'b1', at: start + 200 })],
        signs: [scriptCall({}), scriptCall({ key: 'c2', at: start + hour })],
      },
      {
        name: 'traffic permissions',
        events: [],
        signs: [scriptCall({}), note({ text: '[fbpixel] 1234567890 is unavailable.' })],
      },
    ],
    silent: [
      healthy,
      {
        name: 'its call was blocked, which is another finding',
        events: [pageView({ id: 'b1', at: start + 200, outcome: 'blocked' })],
        signs: [scriptCall({})],
      },
      {
        name: 'an automatic event alone',
        events: [pageView({ id: 'b1', at: start + 900, role: 'automatic' })],
        signs: [scriptCall({})],
      },
      { name: 'the page was left first', events: [], signs: [scriptCall({ outcome: 'aborted' })] },
      { name: 'a robot', events: [], signs: [scriptCall({ userAgent: headless })] },
      {
        name: 'two seconds are not over',
        events: [],
        signs: [scriptCall({})],
        options: { now: () => start + 1500 },
      },
    ],
  },
  'delivery.bot-suppressed': {
    fires: [{ name: 'headless Chrome', events: [], signs: [scriptCall({ userAgent: headless })] }],
    silent: [
      healthy,
      { name: 'a normal browser', events: [], signs: [scriptCall({})] },
      {
        name: 'headless, and it sends',
        events: [pageView({ id: 'b1', at: start + 100, userAgent: headless })],
        signs: [scriptCall({ userAgent: headless })],
      },
    ],
  },
  'delivery.counter-gap': {
    fires: [
      { name: 'one in the middle', events: [counted('b1', 0), counted('b2', 2)] },
      {
        name: 'the first, though the load was seen',
        events: [counted('b1', 1)],
        signs: [loader({ at: start - 100 })],
      },
    ],
    silent: [
      healthy,
      { name: 'in another order', events: [counted('b1', 2), counted('b2', 0), counted('b3', 1)] },
      { name: 'recorded from the middle of a page load', events: [counted('b1', 3), counted('b2', 4)] },
      {
        name: 'another page load',
        events: [counted('b1', 0), counted('b2', 2, { other: { it: String(start), ec: '2' } })],
      },
      {
        name: 'an automatic one between',
        events: [counted('b1', 0), counted('b2', 1, { role: 'automatic' }), counted('b3', 2)],
      },
      {
        name: 'a form post that may still be under way',
        events: [counted('b1', 0), counted('b2', 2)],
        options: { now: () => start + 3 * second },
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
