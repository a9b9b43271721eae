/** Cases of actions that are sent or counted more than once. */
import { browserEvent, hour, second, serverEvent, start } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const custom = (change: object) => ({
  customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001', ...change },
});
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

export const dupCases: Cases = {
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
};
