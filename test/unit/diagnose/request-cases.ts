/** Times, contents and requests of single pairs: events that show a fault, and near misses that do not. */
import { browserEvent, hour, second, serverEvent, start } from '../../support/events.ts';
import type { Case } from './case.ts';
import { orderValueCases } from './order-cases.ts';

const day = 24 * hour;
const order = { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001' };
const custom = (change: object) => ({ customData: { ...order, ...change } });
const items = (...contents: object[]) => custom({ content_ids: null, contents });
const b1 = browserEvent({ id: 'b1' });
const s1 = serverEvent({ id: 's1' });
const healthy: Case = { name: 'a healthy pair', events: [b1, s1] };
const logged = { outcome: 'logged', answer: null } as const;
const partsOnly = { shows: { userData: false, customData: false }, userData: {}, customData: {} };
const about = { original_event_data: { event_name: 'Purchase', event_id: 'order-1001' } };

export const requestCases: Record<string, { fires: Case[]; silent: Case[] }> = {
  'time.wrong-unit': {
    fires: [
      { name: 'milliseconds', events: [b1, serverEvent({ id: 's1', other: { event_time: 1795514402000 } })] },
      { name: 'a date', events: [b1, serverEvent({ id: 's1', other: { event_time: '2026-11-24T10:00:02Z' } })] },
      { name: 'a word', events: [serverEvent({ id: 's1', hasOwnTime: false, other: { event_time: 'now' } })] },
    ],
    silent: [
      healthy,
      { name: 'the log shows no event_time', events: [serverEvent({ id: 's1', hasOwnTime: false, seenAt: start })] },
    ],
  },
  'time.too-old': {
    fires: [
      { name: 'eight days', events: [serverEvent({ id: 's1', seenAt: start + 8 * day })] },
      {
        name: 'a shop after 63 days',
        events: [serverEvent({ id: 's1', actionSource: 'physical_store', seenAt: start + 63 * day })],
      },
    ],
    silent: [
      healthy,
      { name: 'six days', events: [serverEvent({ id: 's1', seenAt: start + 6 * day })] },
      {
        name: 'a shop after 61 days',
        events: [serverEvent({ id: 's1', actionSource: 'physical_store', seenAt: start + 61 * day })],
      },
      { name: 'nobody saw it leave', events: [serverEvent({ id: 's1', at: start - 300 * day, seenAt: null })] },
    ],
  },
  'time.future': {
    fires: [{ name: 'two hours ahead', events: [b1, serverEvent({ id: 's1', at: start + 2 * hour, seenAt: start })] }],
    silent: [
      healthy,
      { name: 'a clock two minutes fast', events: [b1, serverEvent({ id: 's1', at: start + 120_000, seenAt: start })] },
    ],
  },
  'content.items-differ': {
    fires: [
      { name: 'a product more', events: [b1, serverEvent({ id: 's1', ...custom({ content_ids: ['A1', 'B2'] }) })] },
      {
        name: 'another quantity',
        events: [
          browserEvent({ id: 'b1', ...items({ id: 'A1', quantity: 1 }) }),
          serverEvent({ id: 's1', ...items({ id: 'A1', quantity: 2 }) }),
        ],
      },
    ],
    silent: [
      healthy,
      {
        name: 'another order of lines',
        events: [
          browserEvent({ id: 'b1', ...custom({ content_ids: ['B2', 'A1'] }) }),
          serverEvent({ id: 's1', ...custom({ content_ids: ['A1', 'B2'] }) }),
        ],
      },
      {
        name: 'a list as JSON text, numbers as text',
        events: [
          browserEvent({ id: 'b1', ...custom({ content_ids: ['7', '8'] }) }),
          serverEvent({ id: 's1', ...custom({ content_ids: '["7","8"]' }) }),
          browserEvent({ id: 'b2', eventId: 'o2', ...items({ id: 7, quantity: 1 }, { id: 7, quantity: 1 }) }),
          serverEvent({ id: 's2', eventId: 'o2', ...items({ id: '7', quantity: '2' }) }),
        ],
      },
      { name: 'one side names none', events: [b1, serverEvent({ id: 's1', ...custom({ content_ids: [] }) })] },
    ],
  },
  'content.order-differs': {
    fires: [
      { name: 'number and key', events: [b1, serverEvent({ id: 's1', ...custom({ order_id: 'wc_88213' }) })] },
      ...orderValueCases.fires,
    ],
    silent: [
      healthy,
      ...orderValueCases.silent,
      { name: 'leading zeros, a number', events: [b1, serverEvent({ id: 's1', ...custom({ order_id: 1001 }) })] },
      {
        name: "one id on two of the Pixel's orders",
        events: [b1, browserEvent({ id: 'b2', at: start + 60 * second, ...custom({ order_id: '1002' }) }), s1],
      },
      {
        name: "a number of its own in the page's address",
        events: [
          browserEvent({ id: 'b1', url: 'https://shop.example/thanks?order=977', ...custom({ order_id: null }) }),
          s1,
        ],
      },
    ],
  },
  'request.invalid': {
    fires: [
      {
        name: 'a Purchase without value',
        events: [serverEvent({ id: 's1', ...logged, ...custom({ value: null }) })],
      },
      { name: 'an unknown action_source', events: [serverEvent({ id: 's1', ...logged, actionSource: 'web' })] },
      { name: 'an e-mail as typed', events: [serverEvent({ id: 's1', ...logged, userData: { em: ['a@b.example'] } })] },
      { name: 'no event_time', events: [serverEvent({ id: 's1', ...logged, hasOwnTime: false })] },
    ],
    silent: [
      healthy,
      { name: 'Meta took it', events: [serverEvent({ id: 's1', ...custom({ value: null }) })] },
      { name: 'the log leaves parts out', events: [serverEvent({ id: 's1', ...logged, ...partsOnly })] },
      { name: 'a logged event that is right', events: [b1, serverEvent({ id: 's1', ...logged })] },
    ],
  },
  'request.missing-action-source': {
    fires: [{ name: 'left out', events: [b1, serverEvent({ id: 's1', actionSource: null })] }],
    silent: [
      healthy,
      { name: 'the log leaves parts out', events: [serverEvent({ id: 's1', actionSource: null, ...partsOnly })] },
      {
        name: 'about an earlier event',
        events: [serverEvent({ id: 's1', eventName: 'AppendValue', actionSource: null, other: about })],
      },
    ],
  },
  'request.missing-url': {
    fires: [{ name: 'left out', events: [b1, serverEvent({ id: 's1', url: null })] }],
    silent: [
      healthy,
      { name: 'a sale in a shop', events: [serverEvent({ id: 's1', url: null, actionSource: 'physical_store' })] },
      { name: 'the log leaves parts out', events: [serverEvent({ id: 's1', url: null, ...partsOnly })] },
    ],
  },
  'request.test-code': {
    fires: [{ name: 'on the shop itself', events: [b1, serverEvent({ id: 's1', testEventCode: 'TEST4711' })] }],
    silent: [
      healthy,
      {
        name: "on the developer's machine",
        events: [serverEvent({ id: 's1', testEventCode: 'TEST4711', url: 'http://localhost:3000/thanks' })],
      },
      {
        name: 'on a test system',
        events: [serverEvent({ id: 's1', testEventCode: 'TEST4711', url: 'https://staging.shop.example/thanks' })],
      },
      {
        name: 'to our test endpoint',
        events: [serverEvent({ id: 's1', testEventCode: 'TEST4711', isRehearsed: true })],
      },
    ],
  },
};
