/** For each finding code events that show the fault, and near misses that do not. */
import type { DiagnosisOptions } from '../../../shared/diagnose/diagnosis.ts';
import type { TrackedEvent } from '../../../shared/model/event.ts';
import type { Sign } from '../../../shared/model/sign.ts';
import { browserEvent, hour, second, serverEvent, start } from '../../support/events.ts';
import { keyCases } from './key-cases.ts';
import { orderCases } from './order-cases.ts';
import { requestCases } from './request-cases.ts';
import { sessionCases } from './session-cases.ts';

export type Case = { name: string; events: TrackedEvent[]; signs?: Sign[]; options?: DiagnosisOptions };

const automatic = `ob3_plugin-set_${'c7'.repeat(32)}`;
const custom = (change: object) => ({
  customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001', ...change },
});
const b1 = browserEvent({ id: 'b1' });
const s1 = serverEvent({ id: 's1' });
const healthy: Case = { name: 'a healthy pair', events: [b1, s1] };
const lead = { eventName: 'Lead', eventId: 'lead-7', customData: {} };
const reloaded = [
  browserEvent({ id: 'b2', eventId: 'load-2', at: start + hour, other: { it: '1795518000000' } }),
  serverEvent({ id: 's2', eventId: 'load-2', at: start + hour + second }),
];
const refused = serverEvent({
  id: 's1',
  eventId: null,
  at: start + second,
  outcome: 'rejected',
  rejection: { code: 2, subcode: null, message: 'Service temporarily unavailable' },
});
const rejection = (subcode: number) => ({ code: 100, subcode, message: 'Invalid parameter' });

export const cases: Record<string, { fires: Case[]; silent: Case[] }> = {
  'id.missing-browser': {
    fires: [{ name: 'eid missing', events: [browserEvent({ id: 'b1', eventId: null }), s1] }],
    silent: [healthy, { name: 'no twin', events: [browserEvent({ id: 'b1', eventId: null })] }],
  },
  'id.missing-server': {
    fires: [{ name: 'event_id missing', events: [b1, serverEvent({ id: 's1', eventId: null })] }],
    silent: [
      healthy,
      {
        name: "the Pixel's id is Meta's own",
        events: [browserEvent({ id: 'b1', eventId: automatic }), serverEvent({ id: 's1', eventId: null })],
      },
    ],
  },
  'id.missing-both': {
    fires: [
      { name: 'no ids', events: [browserEvent({ id: 'b1', eventId: null }), serverEvent({ id: 's1', eventId: null })] },
    ],
    silent: [healthy],
  },
  'id.mismatch': {
    fires: [
      { name: 'prefix', events: [b1, serverEvent({ id: 's1', eventId: '1001' })] },
      { name: 'unrelated', events: [b1, serverEvent({ id: 's1', eventId: 'b7f2' })] },
    ],
    silent: [healthy],
  },
  'id.misplaced': {
    fires: [
      {
        name: 'third fbq argument',
        events: [browserEvent({ id: 'b1', eventId: null, ...custom({ eventID: 'order-1001' }) }), s1],
      },
      {
        name: 'custom_data.event_id',
        events: [b1, serverEvent({ id: 's1', eventId: null, ...custom({ event_id: 'order-1001' }) })],
      },
      {
        name: 'eventID at the top',
        events: [b1, serverEvent({ id: 's1', eventId: null, other: { eventID: 'order-1001' } })],
      },
      {
        name: 'a list as eid',
        events: [browserEvent({ id: 'b1', eventId: null, other: { 'eid[0]': 'order-1001' } }), s1],
      },
    ],
    silent: [
      healthy,
      {
        name: 'an id of its own beside a custom one',
        events: [browserEvent({ id: 'b1', ...custom({ event_id: '129' }) }), s1],
      },
    ],
  },
  'id.automatic': {
    fires: [{ name: 'gateway id', events: [browserEvent({ id: 'b1', eventId: automatic })] }],
    silent: [healthy],
  },
  'id.name-mismatch': {
    fires: [{ name: 'case', events: [b1, serverEvent({ id: 's1', eventName: 'purchase' })] }],
    silent: [healthy],
  },
  'id.dataset-mismatch': {
    fires: [{ name: 'other dataset', events: [b1, serverEvent({ id: 's1', datasetId: '99' })] }],
    silent: [healthy],
  },
  'id.reused': {
    fires: [
      {
        name: 'two orders',
        events: [b1, browserEvent({ id: 'b2', at: start + 60 * second, ...custom({ order_id: '1002' }) })],
      },
      {
        name: 'two visitors',
        events: [b1, browserEvent({ id: 'b2', at: start + 60 * second, fbp: 'fb.1.1795496100000.2' })],
      },
      {
        name: 'a cached page',
        events: [0, hour].map((later, at) =>
          browserEvent({ id: `b${at + 1}`, at: start + later, other: { it: String(start + later) }, ...lead }),
        ),
      },
    ],
    silent: [
      healthy,
      {
        name: 'the thank-you page of one order, opened again the next day',
        events: [b1, s1, browserEvent({ id: 'b2', at: start + 20 * hour, other: { it: '1795586400000' } })],
      },
      { name: 'fired twice on one page', events: [b1, browserEvent({ id: 'b2', at: start + second })] },
    ],
  },
  'dup.double-counted': {
    fires: [{ name: 'ids differ', events: [b1, serverEvent({ id: 's1', eventId: 'x' })] }],
    silent: [
      healthy,
      {
        name: 'one copy was blocked',
        events: [browserEvent({ id: 'b1', outcome: 'blocked' }), serverEvent({ id: 's1', eventId: 'x' })],
      },
    ],
  },
  'dup.browser-repeat': {
    fires: [
      { name: 'double click', events: [b1, browserEvent({ id: 'b2', at: start + 400 })] },
      {
        name: 'the thank-you page of one order, opened again the next day',
        events: [b1, s1, browserEvent({ id: 'b2', at: start + 20 * hour, other: { it: '1795586400000' } })],
      },
      {
        name: 'and after the 48 hours in which Meta drops repeats',
        events: [b1, s1, browserEvent({ id: 'b2', at: start + 50 * hour, other: { it: '1795694400000' } })],
      },
    ],
    silent: [healthy],
  },
  'dup.server-repeat': {
    fires: [
      { name: 'sent twice', events: [s1, serverEvent({ id: 's2', at: start + 9 * second })] },
      {
        name: 'after the 48 hours in which Meta drops repeats',
        events: [b1, s1, serverEvent({ id: 's2', seenAt: start + 50 * hour })],
      },
    ],
    silent: [healthy],
  },
  'dup.browser-twins': {
    fires: [
      { name: 'two tags', events: [b1, browserEvent({ id: 'b2', eventId: 'other', at: start + 100 })] },
      {
        name: 'the tag without a server copy fires first',
        events: [browserEvent({ id: 'b2', eventId: null, at: start - 300 }), b1, s1],
      },
      {
        name: 'each load of the thank-you page makes an id, and both sides send it',
        events: [b1, s1, ...reloaded],
      },
    ],
    silent: [
      healthy,
      {
        name: 'the same id after days',
        events: [b1, s1, browserEvent({ id: 'b2', at: start + 50 * hour, other: { it: '1795694400000' } })],
      },
      {
        name: 'another order',
        events: [
          b1,
          browserEvent({ id: 'b2', eventId: 'o2', at: start + 5 * second, ...custom({ order_id: '1002' }) }),
        ],
      },
      {
        name: 'another dataset',
        events: [b1, browserEvent({ id: 'b2', eventId: 'o2', datasetId: '9', at: start + 100 })],
      },
    ],
  },
  'dup.server-twins': {
    fires: [
      { name: 'two jobs', events: [s1, serverEvent({ id: 's2', eventId: 'other', at: start + 4 * second })] },
      {
        name: 'the job whose id the Pixel does not know comes first',
        events: [serverEvent({ id: 's2', eventId: 'hook-77', at: start - second }), b1, s1],
      },
      {
        name: 'a retry after a refusal under a new id, beside the Pixel',
        events: [b1, { ...refused, eventId: 'order-1001' }, serverEvent({ id: 's2', eventId: 'retry-2' })],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a retry after a refusal, without ids',
        events: [browserEvent({ id: 'b1', eventId: null }), refused, serverEvent({ id: 's2', eventId: null })],
      },
      {
        name: 'the same id after days',
        events: [b1, s1, serverEvent({ id: 's2', seenAt: start + 50 * hour })],
      },
      {
        name: 'another order',
        events: [s1, serverEvent({ id: 's2', eventId: 'o2', ...custom({ order_id: '1002' }) })],
      },
    ],
  },
  'time.late': {
    fires: [{ name: 'a slow queue', events: [b1, serverEvent({ id: 's1', seenAt: start + 90 * second })] }],
    silent: [
      healthy,
      {
        name: 'two actions under one id, each sent at once',
        events: [
          b1,
          s1,
          browserEvent({ id: 'b2', at: start + 600 * second }),
          serverEvent({ id: 's2', at: start + 601 * second }),
        ],
      },
      { name: 'the log does not tell when it was sent', events: [b1, serverEvent({ id: 's1', seenAt: null })] },
    ],
  },
  'time.outside-window': {
    fires: [{ name: 'two days and more', events: [b1, serverEvent({ id: 's1', seenAt: start + 50 * hour })] }],
    silent: [healthy],
  },
  'time.server-first': {
    fires: [
      {
        name: 'no ids, server first',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: null, at: start - 5 * second }),
        ],
      },
      {
        name: 'no Pixel id, and of two server sends one first',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: '371', at: start - 5 * second }),
          serverEvent({ id: 's2', eventId: 'job-2', at: start + second }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a hook without id sends first, and the copy shares the id',
        events: [b1, s1, serverEvent({ id: 's2', eventId: null, at: start - 5 * second })],
      },
      {
        name: 'both server sends after the Pixel',
        events: [
          browserEvent({ id: 'b1', eventId: null }),
          serverEvent({ id: 's1', eventId: '371' }),
          serverEvent({ id: 's2', eventId: 'job-2', at: start + 4 * second }),
        ],
      },
      { name: 'a shared id makes order irrelevant', events: [b1, serverEvent({ id: 's1', at: start - 5 * second })] },
    ],
  },
  'key.none': {
    fires: [
      { name: 'nothing', events: [serverEvent({ id: 's1', userData: {}, ip: null, userAgent: null, fbp: null })] },
      {
        name: 'a combination that Meta refuses',
        events: [serverEvent({ id: 's1', userData: { ct: ['x'], zp: ['y'] }, ip: null, fbp: null })],
      },
    ],
    silent: [
      healthy,
      {
        name: 'the log leaves user_data out',
        events: [
          serverEvent({
            id: 's1',
            userData: {},
            ip: null,
            userAgent: null,
            fbp: null,
            shows: { userData: false, customData: true },
          }),
        ],
      },
    ],
  },
  'key.missing-ip': {
    fires: [{ name: 'no address', events: [serverEvent({ id: 's1', ip: null })] }],
    silent: [
      healthy,
      { name: 'not a website event', events: [serverEvent({ id: 's1', ip: null, actionSource: 'physical_store' })] },
    ],
  },
  'key.missing-user-agent': {
    fires: [{ name: 'no user agent', events: [serverEvent({ id: 's1', userAgent: null })] }],
    silent: [healthy],
  },
  'key.missing-fbp': {
    fires: [
      { name: 'Pixel had it', events: [b1, serverEvent({ id: 's1', fbp: null })] },
      {
        name: 'the cookie had it',
        events: [
          browserEvent({ id: 'b1', fbp: null, other: { '_fbp cookie': 'fb.1.1795496100000.5' } }),
          serverEvent({ id: 's1', fbp: null }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'the browser had none',
        events: [browserEvent({ id: 'b1', fbp: null }), serverEvent({ id: 's1', fbp: null })],
      },
    ],
  },
  'key.missing-fbc': {
    fires: [
      { name: 'Pixel had it', events: [browserEvent({ id: 'b1', fbc: 'fb.1.1795496100000.AbC' }), s1] },
      {
        name: 'fbclid in the URL',
        events: [browserEvent({ id: 'b1', url: 'https://shop.example/thanks?fbclid=AbC' }), s1],
      },
      {
        name: 'fbclid in the referrer',
        events: [browserEvent({ id: 'b1', other: { rl: 'https://shop.example/?fbclid=AbC' } }), s1],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a referrer without fbclid',
        events: [browserEvent({ id: 'b1', other: { rl: 'https://www.facebook.com/' } }), s1],
      },
    ],
  },
  'key.missing-contact': {
    fires: [
      { name: 'Purchase without em and ph', events: [serverEvent({ id: 's1', userData: { external_id: ['7'] } })] },
    ],
    silent: [
      healthy,
      { name: 'a PageView needs none', events: [serverEvent({ id: 's1', eventName: 'PageView', userData: {} })] },
    ],
  },
  'content.value-differs': {
    fires: [
      { name: 'tax', events: [b1, serverEvent({ id: 's1', ...custom({ value: 59.38 }) })] },
      { name: 'cents', events: [b1, serverEvent({ id: 's1', ...custom({ value: 4990 }) })] },
    ],
    silent: [
      healthy,
      { name: 'text and number', events: [browserEvent({ id: 'b1', ...custom({ value: '49.90' }) }), s1] },
    ],
  },
  'content.currency-differs': {
    fires: [{ name: 'USD for EUR', events: [b1, serverEvent({ id: 's1', ...custom({ currency: 'USD' }) })] }],
    silent: [healthy, { name: 'case', events: [b1, serverEvent({ id: 's1', ...custom({ currency: 'eur' }) })] }],
  },
  'content.value-missing': {
    fires: [{ name: 'Purchase', events: [browserEvent({ id: 'b1', customData: { currency: 'EUR' } })] }],
    silent: [
      healthy,
      {
        name: 'AddToCart may go without',
        events: [browserEvent({ id: 'b1', eventName: 'AddToCart', customData: {} })],
      },
    ],
  },
  'content.currency-missing': {
    fires: [{ name: 'Purchase', events: [serverEvent({ id: 's1', customData: { value: 5 } })] }],
    silent: [
      healthy,
      {
        name: 'the log leaves custom_data out',
        events: [serverEvent({ id: 's1', customData: {}, shows: { userData: true, customData: false } })],
      },
    ],
  },
  'content.value-invalid': {
    fires: [
      { name: 'comma', events: [browserEvent({ id: 'b1', ...custom({ value: '12,50' }) })] },
      { name: 'currency sign', events: [browserEvent({ id: 'b1', ...custom({ value: '$12.50' }) })] },
      { name: 'negative', events: [serverEvent({ id: 's1', ...custom({ value: -1 }) })] },
    ],
    silent: [healthy, { name: 'zero', events: [serverEvent({ id: 's1', ...custom({ value: 0 }) })] }],
  },
  'content.currency-invalid': {
    fires: [{ name: 'a sign', events: [browserEvent({ id: 'b1', ...custom({ currency: '€' }) })] }],
    silent: [
      healthy,
      {
        name: "a code that the Pixel's own list lacks",
        events: [browserEvent({ id: 'b1', ...custom({ currency: 'UAH' }) })],
      },
    ],
  },
  'delivery.blocked': {
    fires: [
      {
        name: 'blocker',
        events: [browserEvent({ id: 'b1', outcome: 'blocked', answer: 'net::ERR_BLOCKED_BY_CLIENT' })],
      },
    ],
    silent: [healthy],
  },
  'delivery.aborted': {
    fires: [
      { name: 'navigation', events: [browserEvent({ id: 'b1', outcome: 'aborted', answer: 'net::ERR_ABORTED' })] },
    ],
    silent: [healthy],
  },
  'delivery.failed': {
    fires: [
      {
        name: 'no name resolution',
        events: [browserEvent({ id: 'b1', outcome: 'failed', answer: 'net::ERR_NAME_NOT_RESOLVED' })],
      },
    ],
    silent: [healthy],
  },
  'delivery.rejected': {
    fires: [
      {
        name: 'too old',
        events: [serverEvent({ id: 's1', outcome: 'rejected', answer: '400', rejection: rejection(2804003) })],
      },
    ],
    silent: [healthy],
  },
  'coverage.server-missing': {
    fires: [
      {
        name: 'one order without a server copy',
        events: [
          b1,
          s1,
          browserEvent({ id: 'b2', eventId: 'order-1002', at: start + 60 * second, ...custom({ order_id: '1002' }) }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a second tag before the call that has its copy',
        events: [browserEvent({ id: 'b2', eventId: null, at: start - 300 }), b1, s1],
      },
      {
        name: 'the server never sends this event',
        events: [b1, serverEvent({ id: 's1', eventName: 'Lead', eventId: 'l1', customData: {} })],
      },
    ],
  },
  'coverage.browser-missing': {
    fires: [
      {
        name: 'one order without a Pixel call',
        events: [
          b1,
          s1,
          serverEvent({ id: 's2', eventId: 'order-1002', at: start + 60 * second, ...custom({ order_id: '1002' }) }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'a second server job before the one that shares the id',
        events: [serverEvent({ id: 's2', eventId: 'hook-77', at: start - second }), b1, s1],
      },
      {
        name: 'a sale in a store',
        events: [
          b1,
          s1,
          serverEvent({
            id: 's2',
            eventId: 'order-1002',
            actionSource: 'physical_store',
            ...custom({ order_id: '1002' }),
          }),
        ],
      },
    ],
  },
  ...keyCases,
  ...requestCases,
  ...sessionCases,
  ...orderCases,
};
