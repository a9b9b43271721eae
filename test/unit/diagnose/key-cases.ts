/** Cases of the rules on match keys and privacy: events that show the fault, and near misses that do not. */
import { sha256 } from '../../../shared/meta/sha256.ts';
import { browserEvent, second, serverEvent, start, visitor } from '../../support/events.ts';
import { b1, type Cases, healthy, s1 } from './case.ts';

const suffix = 'AQYCAQMA';
export const pixelWith = (userData: Record<string, string>, other: Record<string, string> = {}) =>
  browserEvent({ id: 'b1', userData: lists(userData), other: { it: '1795514400000', ...other } });
const serverWith = (userData: Record<string, string>) => serverEvent({ id: 's1', userData: lists(userData) });
const lists = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, [value]]));
const both = (key: string, left: string, right: string, other: Record<string, string> = {}) => [
  pixelWith({ [key]: left }, other),
  serverWith({ [key]: right }),
];
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 Version/26.1 Mobile/15E148';

export const keyCases: Cases = {
  'key.unhashed': {
    fires: [
      { name: 'an e-mail address', events: [b1, serverWith({ em: 'ada@mail.example' })] },
      { name: 'a phone number', events: [b1, serverWith({ em: visitor.em, ph: '491701234567' })] },
      { name: 'a country code', events: [b1, serverWith({ em: visitor.em, country: 'de' })] },
      { name: 'in a hand-made Pixel call', events: [pixelWith({ em: 'ada@mail.example' })] },
    ],
    silent: [
      healthy,
      { name: 'a hash with suffix', events: [b1, serverWith({ em: `${visitor.em}.${suffix}` })] },
      { name: 'external_id may be plain', events: [b1, serverWith({ em: visitor.em, external_id: 'customer-77' })] },
      {
        name: 'the shape of a value is no value',
        events: [pixelWith({ em: visitor.em }, { 'cud[em]': '***@****.***' }), s1],
      },
      { name: 'an empty field', events: [b1, serverWith({ em: visitor.em, fn: '' })] },
    ],
  },
  'key.bad-hash': {
    fires: [
      { name: 'of an empty text', events: [b1, serverWith({ em: visitor.em, ph: sha256('') })] },
      { name: 'of null', events: [b1, serverWith({ em: visitor.em, ph: sha256('null') })] },
      { name: 'of undefined, as external_id', events: [b1, serverWith({ external_id: sha256('undefined') })] },
      { name: 'in the Pixel call, under aud alone', events: [pixelWith({}, { 'aud[ph]': sha256('') }), s1] },
      { name: 'hashed twice, known from the twin', events: both('em', visitor.em, sha256(visitor.em)) },
      { name: 'MD5', events: [b1, serverWith({ em: '2a6a84e9e44441afbd75cc19ce28be37' })] },
      { name: 'SHA-1', events: [b1, serverWith({ em: 'f'.repeat(40) })] },
      { name: 'one digit short', events: [b1, serverWith({ em: visitor.em.slice(1) })] },
      { name: 'e-mail and phone alike', events: [b1, serverWith({ em: visitor.em, ph: visitor.em })] },
      {
        name: 'the known phone under em',
        events: [b1, serverWith({ em: sha256('491701234567') })],
        options: { identity: { ph: ['+49 170 1234567'] } },
      },
    ],
    silent: [
      healthy,
      { name: 'upper-case hex digits', events: [b1, serverWith({ em: visitor.em.toUpperCase() })] },
      { name: 'a suffix', events: [b1, serverWith({ em: `${visitor.em}.BA` })] },
      { name: 'the hash of the twin’s plain text', events: both('em', sha256('ada@mail.example'), 'ada@mail.example') },
      { name: 'an external_id of 32 hex digits', events: [b1, serverWith({ external_id: 'a'.repeat(32) })] },
      {
        name: 'city and state of one name',
        events: [serverWith({ em: visitor.em, ct: sha256('newyork'), st: sha256('newyork') })],
      },
    ],
  },
  'key.not-normalized': {
    fires: [
      {
        name: 'upper case',
        events: [b1, serverWith({ em: sha256('John_Smith@gmail.com') })],
        options: { identity: { em: ['john_smith@gmail.com'] } },
      },
      {
        name: '+ in a phone number',
        events: [b1, serverWith({ ph: sha256('+16505551212') })],
        options: { identity: { ph: ['+1 650 555 1212'] } },
      },
      { name: 'a country code in upper case, known to everybody', events: [b1, serverWith({ country: sha256('DE') })] },
    ],
    silent: [
      healthy,
      {
        name: 'the right form',
        events: [b1, s1],
        options: { identity: { em: ['John_Smith@gmail.com'] } },
      },
      {
        name: 'a form that only Meta’s own SDK makes',
        events: [b1, serverWith({ ph: sha256('555.123.4567') })],
        options: { identity: { ph: ['555.123.4567'] } },
      },
      { name: 'another person', events: [b1, s1], options: { identity: { em: ['somebody@else.example'] } } },
      { name: 'what the Pixel itself does', events: [pixelWith({ ge: sha256('Female') }), s1] },
    ],
  },
  'key.differs': {
    fires: [
      { name: 'e-mail', events: both('em', visitor.em, sha256('other@mail.example')) },
      { name: 'countries of the list', events: both('country', sha256('de'), sha256('us')) },
      { name: 'a city of plain letters', events: both('ct', sha256('bonn'), sha256('koeln'), { 'cud[ct]': '^***' }) },
      {
        name: 'one of them is the known person',
        events: both('zp', sha256('50667'), sha256('53111')),
        options: { identity: { zp: ['53111'] } },
      },
    ],
    silent: [
      healthy,
      { name: 'one side carries none', events: [pixelWith({}), s1] },
      { name: 'the same under a suffix', events: both('em', visitor.em, `${visitor.em}.${suffix}`) },
      {
        name: 'equal in the other normalization',
        events: both('db', sha256('1'), visitor.em, { 'aud[db]': visitor.em }),
      },
      { name: 'under an alias', events: [pixelWith({ email: visitor.em }), s1] },
      { name: 'code and name of one country', events: both('country', sha256('unitedstates'), sha256('us')) },
      { name: 'code and name of one state', events: both('st', sha256('ca'), sha256('california')) },
      { name: 'the script hashes gender as typed', events: both('ge', sha256('Female'), sha256('f')) },
      { name: 'libraries disagree on ö', events: both('ct', sha256('badwrishofen'), sha256('badwörishofen')) },
      {
        name: 'a name with an apostrophe',
        events: both('ln', sha256('oneil'), sha256("o'neil"), { 'cud[ln]': "^'^***" }),
      },
      {
        name: 'a phone number with dots',
        events: both('ph', sha256('1'), sha256('1.'), { 'cud[ph]': '###.###.####' }),
      },
      {
        name: 'both are forms of the known value',
        events: both('ct', sha256('montral'), sha256('montréal')),
        options: { identity: { ct: ['Montréal'] } },
      },
      { name: 'plain id and its hash', events: both('external_id', sha256('user-7'), 'User-7') },
      {
        name: 'one id on two actions',
        events: [
          b1,
          browserEvent({
            id: 'b2',
            at: start + 60 * second,
            fbp: 'fb.1.1795496100000.2',
            userData: { em: [sha256('x')] },
          }),
          serverEvent({ id: 's1', userData: { em: [sha256('y')] } }),
        ],
      },
    ],
  },
  'key.ip-private': {
    fires: [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.20',
      '127.0.0.1',
      '169.254.1.1',
      '100.64.0.9',
      '0.0.0.0',
      '224.0.0.1',
      '::1',
      'fe80::1%eth0',
      'fd12:3456::1',
      'ff02::1',
      '::ffff:10.0.0.1',
      'unknown',
      `192.168.1.20.${suffix}`,
    ].map((ip) => ({ name: ip, events: [serverEvent({ id: 's1', ip })] })),
    silent: [
      healthy,
      ...[
        '8.8.8.8',
        '172.32.0.1',
        '100.128.0.1',
        '2001:db8::7',
        '2a00:1450:4001::200e',
        '::ffff:8.8.8.8',
        '203.0.113.9',
      ].map((ip) => ({ name: ip, events: [serverEvent({ id: 's1', ip })] })),
      { name: 'a suffix', events: [serverEvent({ id: 's1', ip: `203.0.113.9.${suffix}` })] },
    ],
  },
  'key.user-agent-differs': {
    fires: [
      ...[
        'axios/1.7.9',
        'node-fetch',
        'python-requests/2.32',
        'curl/8.5.0',
        'GuzzleHttp/7',
        'Java/21.0.1',
        'Go-http-client/2.0',
      ].map((userAgent) => ({ name: userAgent, events: [serverEvent({ id: 's1', userAgent })] })),
      { name: 'Meta’s own crawler', events: [b1, serverEvent({ id: 's1', userAgent: 'facebookexternalhit/1.1' })] },
      { name: 'another browser', events: [b1, serverEvent({ id: 's1', userAgent: iPhone })] },
      { name: 'cut off', events: [b1, serverEvent({ id: 's1', userAgent: visitor.userAgent.slice(0, 64) })] },
    ],
    silent: [
      healthy,
      { name: 'the recording does not tell the browser’s', events: [browserEvent({ id: 'b1', userAgent: null }), s1] },
      { name: 'a space at the end', events: [b1, serverEvent({ id: 's1', userAgent: `${visitor.userAgent} ` })] },
      {
        name: 'a till is no browser',
        events: [serverEvent({ id: 's1', userAgent: 'Java/21.0.1', actionSource: 'physical_store' })],
      },
      { name: 'a word that begins like one', events: [serverEvent({ id: 's1', userAgent: 'Gotham/1.0 (Mozilla)' })] },
    ],
  },
};
