/** Cases of events that did not arrive, or on one side only. */
import { browserEvent, second, serverEvent, start } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const custom = (change: object) => ({
  customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001', ...change },
});
const rejection = (subcode: number) => ({ code: 100, subcode, message: 'Invalid parameter' });

export const deliveryCases: Cases = {
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
};
