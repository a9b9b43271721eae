/** Cases of events without what Meta finds a person by. */
import { browserEvent, serverEvent } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

export const missingKeyCases: Cases = {
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
};
