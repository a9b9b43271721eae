/** Cases of fbp and fbc: malformed, differing, lost on the way. */
import { sha256 } from '../../../shared/meta/sha256.ts';
import { browserEvent, second, serverEvent, start, visitor } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const suffix = 'AQYCAQMA';
const click = 'IwAR2F4xdbP0l7Mn1IawQQGCINEz7PYXQvwjNwB';
const fbc = `fb.1.1795496100000.${click}`;
const withFbc = (pixel: string | null, server: string | null, cookie?: string) => [
  browserEvent({
    id: 'b1',
    fbc: pixel,
    other: { it: '1', ...(cookie === undefined ? {} : { '_fbc cookie': cookie }) },
  }),
  serverEvent({ id: 's1', fbc: server }),
];
const landing = `https://shop.example/?fbclid=${click}&utm_source=fb`;

export const clickIdCases: Cases = {
  'key.fbp-malformed': {
    fires: [
      { name: 'a bare number', events: [b1, serverEvent({ id: 's1', fbp: '123456789012345678' })] },
      { name: 'hashed', events: [b1, serverEvent({ id: 's1', fbp: sha256(visitor.fbp) })] },
      { name: 'time in seconds', events: [browserEvent({ id: 'b1', fbp: 'fb.1.1795496100.123456789' })] },
    ],
    silent: [healthy, { name: 'a suffix', events: [b1, serverEvent({ id: 's1', fbp: `${visitor.fbp}.${suffix}` })] }],
  },
  'key.fbc-malformed': {
    fires: [
      { name: 'the bare click id', events: withFbc(fbc, click) },
      { name: 'a dot in the click id', events: withFbc(fbc, `${fbc}.more`) },
      { name: 'time in seconds', events: withFbc(null, `fb.1.1795496100.${click}`) },
    ],
    silent: [
      healthy,
      { name: 'a suffix', events: withFbc(fbc, `${fbc}.${suffix}`) },
      { name: 'a click id of a test', events: withFbc('fb.1.2.testpayload', 'fb.1.2.testpayload') },
    ],
  },
  'key.fbp-differs': {
    fires: [{ name: 'two browsers', events: [b1, serverEvent({ id: 's1', fbp: 'fb.1.1795496100000.987654321' })] }],
    silent: [
      healthy,
      { name: 'a suffix', events: [b1, serverEvent({ id: 's1', fbp: `${visitor.fbp}.${suffix}` })] },
      { name: 'one side has none', events: [browserEvent({ id: 'b1', fbp: null }), s1] },
      {
        name: 'one id on two visitors’ actions',
        events: [browserEvent({ id: 'b2', at: start - 60 * second, fbp: 'fb.1.1795496100000.2' }), b1, s1],
      },
    ],
  },
  'key.fbc-differs': {
    fires: [
      { name: 'case', events: withFbc(fbc, fbc.toLowerCase()) },
      { name: 'cut', events: withFbc(fbc, fbc.slice(0, 40)) },
      { name: 'new time', events: withFbc(fbc, `fb.1.1795514400000.${click}`) },
      { name: 'decoded', events: withFbc('fb.1.1795496100000.Ab%2Bcdefghij', 'fb.1.1795496100000.Ab+cdefghij') },
      { name: '__DOT__ written as a dot', events: withFbc(`${fbc}__DOT__x1`, `${fbc}.x1`) },
      { name: 'an older click', events: withFbc(fbc, 'fb.1.1795000000000.IwAR9zzzzzzzzzzzzzzzzzz') },
      {
        name: 'from the URL, by the server alone',
        events: [serverEvent({ id: 's1', url: landing, fbc: `fb.1.1795496100000.${click.toLowerCase()}` })],
      },
      { name: 'between cookie and Pixel', events: withFbc(fbc.slice(0, 40), null, fbc) },
      {
        name: 'from the referrer, where the URL has none',
        events: [
          browserEvent({ id: 'b1', fbc: `fb.1.1795496100000.${click.toLowerCase()}`, other: { rl: landing } }),
          serverEvent({ id: 's1', fbc: `fb.1.1795496100000.${click.toLowerCase()}` }),
        ],
      },
      {
        name: 'from the referrer, by the server alone',
        events: [
          serverEvent({
            id: 's1',
            fbc: fbc.slice(0, 40),
            other: { referrer_url: `https://shop.example/?fbclid=${click}.${suffix}` },
          }),
        ],
      },
    ],
    silent: [
      healthy,
      { name: 'the same all the way', events: withFbc(fbc, fbc, fbc) },
      { name: 'a suffix', events: withFbc(fbc, `${fbc}.${suffix}`, `${fbc}.Bg`) },
      {
        name: 'script and server both note the click on the landing page',
        events: [
          browserEvent({ id: 'b1', url: landing, fbc }),
          serverEvent({ id: 's1', url: landing, fbc: `fb.1.1795496101200.${click}` }),
        ],
      },
      {
        name: 'a dot in the URL is __DOT__ in the cookie',
        events: [
          browserEvent({
            id: 'b1',
            url: 'https://shop.example/?fbclid=IwAR1.x',
            fbc: 'fb.1.1795496100000.IwAR1__DOT__x',
          }),
        ],
      },
      {
        name: 'the script appends what the link had',
        events: [
          browserEvent({ id: 'b1', url: landing, fbc: `${fbc}_aem_Zz9` }),
          serverEvent({ id: 's1', fbc: `${fbc}_aem_Zz9` }),
        ],
      },
      {
        name: 'the cookie was read before it was renewed',
        events: [
          browserEvent({ id: 'b1', url: landing, fbc, other: { '_fbc cookie': 'fb.1.1795000000000.IwAR9zzzzzzzz' } }),
          serverEvent({ id: 's1', fbc }),
        ],
      },
      { name: 'the server has none', events: withFbc(fbc, null) },
      {
        name: 'the URL has a click of its own, the referrer an older one',
        events: [
          browserEvent({
            id: 'b1',
            url: landing,
            fbc,
            other: { rl: 'https://shop.example/?fbclid=IwAR9zzzzzzzzzzzz' },
          }),
          serverEvent({ id: 's1', fbc }),
        ],
      },
      {
        name: 'of a click id this long the script makes no cookie, so the older one stays',
        events: [
          browserEvent({ id: 'b1', url: `https://shop.example/?fbclid=IwZX${'a'.repeat(500)}`, fbc }),
          serverEvent({ id: 's1', fbc }),
        ],
      },
    ],
  },
};
