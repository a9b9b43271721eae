/** What one browser call is read as, beyond what the recorded vectors show. */
import { describe, expect, test } from 'vitest';
import { isAutomaticEventId } from '../../../shared/meta/automatic.ts';
import { readBrowserCall } from '../../../shared/meta/pixel-call.ts';
import type { BrowserCallFact } from '../../../shared/model/fact.ts';
import { browserCall } from '../../support/browser-call.ts';

const tr = 'https://www.facebook.com/tr/';

function eventOf(given: Partial<BrowserCallFact>) {
  const reading = readBrowserCall(browserCall(given));
  if (reading.what !== 'events' || !reading.events[0]) throw new Error(`no event but ${reading.what}`);
  return reading.events[0];
}
const eventOfQuery = (query: string) => eventOf({ url: `${tr}?id=1&ev=Lead&${query}` });
const whatIs = (given: Partial<BrowserCallFact>) => readBrowserCall(browserCall(given)).what;

test('an event carries where it came from and what became of it', () => {
  const url = `${tr}?id=12&ev=Lead&ts=1765875600007&dl=https%3A%2F%2Fshop.example%2F&eid=a&fbp=fb.1.2.3&fbc=fb.1.2.x`;
  expect(
    eventOf({ url, input: 3, place: 'entry 9', key: 'k', userAgent: 'UA', status: 200, at: 1765875600500 }),
  ).toEqual({
    side: 'browser',
    datasetId: '12',
    eventName: 'Lead',
    eventId: 'a',
    role: 'event',
    at: 1765875600007,
    hasOwnTime: true,
    seenAt: 1765875600500,
    source: { input: 3, at: 'entry 9' },
    url: 'https://shop.example/',
    userAgent: 'UA',
    fbp: 'fb.1.2.3',
    fbc: 'fb.1.2.x',
    userData: {},
    customData: {},
    other: {},
    damage: [],
    fact: 'k',
    outcome: 'sent',
    answer: '200',
    transport: 'image',
  });
});

describe('time', () => {
  test('without ts the time is when the call was seen', () => {
    expect(eventOfQuery('')).toMatchObject({ at: 1765875600500, hasOwnTime: false, damage: [] });
  });

  test.each(['1765875600', 'now', '99999999999999', '-1765875600007'])('ts=%s is no time, and stays in other', (ts) => {
    const event = eventOfQuery(`ts=${ts}`);
    expect(event).toMatchObject({ at: 1765875600500, hasOwnTime: false, other: { ts } });
    expect(event.damage).toEqual([expect.stringContaining('ts')]);
  });

  test('a call of which no time is known still has one', () => {
    expect(eventOf({ url: `${tr}?id=1&ev=Lead`, at: null })).toMatchObject({ at: 0, hasOwnTime: false, seenAt: null });
  });
});

describe('event id', () => {
  test('a list of ids is no id, and stays where it was sent', () => {
    expect(eventOfQuery('eid[0]=a&eid[1]=b')).toMatchObject({ eventId: null, other: { 'eid[0]': 'a', 'eid[1]': 'b' } });
  });

  test('an empty eid is none', () => {
    expect(eventOfQuery('eid=')).toMatchObject({ eventId: null, other: { eid: '' } });
  });

  test.each(['ob3', 'ob', 'sgwpixel', 'pcm'])('%s_plugin-set_ marks an id that the script made', (plugin) => {
    expect(isAutomaticEventId(`${plugin}_plugin-set_${'0a'.repeat(32)}`)).toBe(true);
  });

  test.each(['order-1001', `ob3_plugin-set_${'0a'.repeat(31)}`, `x_ob3_plugin-set_${'0a'.repeat(32)}`])(
    '%s is not an id that the script made',
    (id) => expect(isAutomaticEventId(id)).toBe(false),
  );
});

describe('role', () => {
  test.each([
    ['rqm=FGET', 'copy'],
    ['rqm=GET', 'event'],
    ['es=automatic', 'automatic'],
    ['ev=Microdata', 'automatic'],
    ['ev=SubscribedButtonClick', 'automatic'],
    ['ev=PageView&ie[a]=1', 'event'],
  ])('%s makes it %s', (query, role) => expect(eventOfQuery(query).role).toBe(role));

  test('an event of the Event Setup Tool is an event, although its es says automatic', () => {
    expect(eventOfQuery('es=automatic&cd[cs_est]=true').role).toBe('event');
  });

  test.each(['https://www.instagram.com/tr/', 'https://www.facebook.com/privacy_sandbox/pixel/register/trigger/'])(
    'what goes to %s is a copy',
    (url) => expect(eventOf({ url: `${url}?id=1&ev=Lead` }).role).toBe('copy'),
  );
});

describe('transport', () => {
  test.each([
    ['the script says GET', { url: `${tr}?id=1&ev=L&rqm=GET` }, 'image'],
    ['the script says SB', { url: `${tr}?id=1&ev=L&rqm=SB` }, 'beacon'],
    ['the script says formPOST', { url: `${tr}?id=1&ev=L&rqm=formPOST` }, 'form'],
    ['the script says fetch', { url: `${tr}?id=1&ev=L&rqm=fetch` }, 'fetch'],
    ['an older script says xhr', { url: `${tr}?id=1&ev=L&rqm=xhr` }, 'fetch'],
    ['the image stands in a noscript element', { url: `${tr}?id=1&ev=L&noscript=1` }, 'noscript'],
    ['a plain image', { url: `${tr}?id=1&ev=L` }, 'image'],
    [
      'a form was posted',
      { method: 'POST', body: 'id=1&ev=L', contentType: 'application/x-www-form-urlencoded' },
      'form',
    ],
    ['text was posted', { method: 'POST', body: 'id=1&ev=L', contentType: 'text/plain;charset=UTF-8' }, 'beacon'],
  ])('where %s it is told', (_how, given, transport) => expect(eventOf(given).transport).toBe(transport));
});

test('query and body are read together, and the body wins', () => {
  const event = eventOf({ method: 'POST', url: `${tr}?id=1&ev=A&a=x`, body: 'ev=B&cd[value]=2' });
  expect(event).toMatchObject({ datasetId: '1', eventName: 'B', customData: { value: '2' } });
  expect(event.other).toMatchObject({ a: 'x', ev: ['A', 'B'] });
});

test('customer fields come from ud, and where it is silent from aud, udff, audff', () => {
  const event = eventOfQuery('audff[ct]=4&udff[fn]=3&udff[em]=9&aud[ph]=2&ud[em]=1&ud[ln]=&cud[em]=***');
  expect(event.userData).toEqual({ em: ['1'], ph: ['2'], fn: ['3'], ct: ['4'] });
  expect(event.other).toMatchObject({ 'ud[em]': '1', 'udff[em]': '9', 'aud[ph]': '2', 'cud[em]': '***', 'ud[ln]': '' });
});

test('a list of customer values is kept whole', () => {
  expect(eventOfQuery('ud[em][0]=a&ud[em][1]=b').userData).toEqual({ em: ['a', 'b'] });
});

test('fbp and fbc are what was sent; the cookies stand beside them', () => {
  const event = eventOf({ url: `${tr}?id=1&ev=Lead`, cookies: { fbp: 'fb.1.2.3', fbc: null } });
  expect(event).toMatchObject({ fbp: null, fbc: null, other: { '_fbp cookie': 'fb.1.2.3' } });
});

test('unknown parameters are kept, repeats in order', () => {
  expect(eventOfQuery('zz=1&zz=2&expv2[]=a&expv2[]=b&q').other).toEqual({
    zz: ['1', '2'],
    'expv2[]': ['a', 'b'],
    q: '',
  });
});

test('a body of other bytes than UTF-8 gives what of it is UTF-8', () => {
  const body = '--B\r\nContent-Disposition: form-data; name="ev"\r\n\r\nCaf\xc3\xa9\xff\r\n--B--\r\n';
  expect(eventOf({ method: 'POST', body, bodyCharset: 'latin1' }).eventName).toBe('Café\xff');
});

test('a body that the source cut says so', () => {
  const event = eventOf({ method: 'POST', body: 'id=1&ev=Lead&cd[va', bodyState: 'cut' });
  expect(event.damage).toEqual(['the source did not hold the whole body; this is what it had']);
});

test('an event without a dataset is an event with a damage', () => {
  expect(eventOf({ url: `${tr}?ev=Lead` })).toMatchObject({
    datasetId: null,
    damage: ['the call names no dataset: its id is missing'],
  });
});

describe('what is no event', () => {
  test.each([
    ['a dataset alone', { url: `${tr}?id=1` }, 'probe'],
    ['a post of which the body is lost', { method: 'POST' }, 'unreadable'],
    ['a post of which the body is something else', { method: 'POST', body: 'zzzz' }, 'unreadable'],
    ['nothing at all', { url: tr }, 'other'],
    ['a preflight', { method: 'OPTIONS', url: `${tr}?id=1&ev=Lead` }, 'other'],
    ['another site with an id that is no number', { url: 'https://shop.example/tr?id=x&ev=Lead' }, 'other'],
    ['another site without an event', { url: 'https://shop.example/tr?id=1' }, 'other'],
    ['a Graph call', { url: 'https://graph.facebook.com/v26.0/1/events' }, 'graph-events'],
    [
      'a call of a site that also ends in /events',
      { url: 'https://shop.example/api/events', body: '{"event":1}' },
      'other',
    ],
    ['the script', { url: 'https://connect.facebook.net/en_US/fbevents.js' }, 'loader'],
  ])('%s', (_what, given, what) => expect(whatIs(given)).toBe(what));

  test('the dataset of a config is told', () => {
    const url = 'https://connect.facebook.net/signals/config/123?v=2';
    expect(readBrowserCall(browserCall({ url }))).toEqual({ what: 'config', datasetId: '123' });
  });
});

describe('gateway copies', () => {
  const copy = {
    event_name: 'Purchase',
    event_id: 'o-1',
    'fb.pixel_id': '1234567890123456',
    custom_data: { content_type: 'product' },
    conversion_value: { value: 5, currency: 'EUR' },
    'fb.dynamic_product_ads': { content_ids: ['A'] },
    'fb.order_id': '77',
    'fb.advanced_matching': { em: 'h', ph: '' },
    website_context: { location: 'https://shop.example/', referrer: '', isInIFrame: false },
    'fb.fbp': 'fb.1.2.3',
    'fb.clickID': 'fb.1.2.x',
    event_meta_info: { a: 1 },
  };
  const url = 'https://gw.shop.example/events?cee=no';

  test('a copy is read in the words of the Pixel call', () => {
    expect(eventOf({ method: 'POST', url, body: JSON.stringify(copy) })).toMatchObject({
      role: 'copy',
      transport: 'gateway',
      datasetId: '1234567890123456',
      eventName: 'Purchase',
      eventId: 'o-1',
      url: 'https://shop.example/',
      fbp: 'fb.1.2.3',
      fbc: 'fb.1.2.x',
      userData: { em: ['h'] },
      customData: { content_type: 'product', value: 5, currency: 'EUR', content_ids: ['A'], order_id: '77' },
      other: { event_meta_info: { a: 1 } },
      damage: [],
    });
  });

  test('a dataset id that was sent as a number keeps its digits', () => {
    const body = '{"event_name":"Lead","fb.pixel_id":12345678901234567}';
    expect(eventOf({ method: 'POST', url, body }).datasetId).toBe('12345678901234567');
  });

  test('a copy that is cut gives its plain fields', () => {
    const body = JSON.stringify(copy).slice(0, 90);
    expect(eventOf({ method: 'POST', url, body, bodyState: 'cut' })).toMatchObject({
      eventName: 'Purchase',
      eventId: 'o-1',
      datasetId: '1234567890123456',
      damage: ['the body is cut or broken; only its plain fields could be read'],
    });
  });
});

test('a body of very many repeats is read in time', () => {
  const event = eventOf({ method: 'POST', body: `id=1&ev=Lead${'&a[b]=1'.repeat(200_000)}` });
  expect(event.other['a[b]']).toHaveLength(200_000);
});
