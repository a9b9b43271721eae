/** Cases of values and currencies. */
import { browserEvent, serverEvent } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const custom = (change: object) => ({
  customData: { value: 49.9, currency: 'EUR', content_ids: ['A1'], order_id: '1001', ...change },
});

export const contentCases: Cases = {
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
};
