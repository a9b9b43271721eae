/** Cases of ids that are missing, differ or stand in the wrong place. */
import { browserEvent, hour, second, serverEvent, start } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const automatic = `ob3_plugin-set_${'c7'.repeat(32)}`;
const custom = (change: object) => ({
  customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001', ...change },
});
const lead = { eventName: 'Lead', eventId: 'lead-7', customData: {} };

export const idCases: Cases = {
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
};
