/** HAR files as each browser and proxy writes them. */
import { describe, expect, test } from 'vitest';
import { answered, readEntries as read, readOne, startedDateTime, url } from '../../support/read-har.ts';

const form = 'id=12&ev=Purchase&eid=o-1&cd%5Bvalue%5D=9.9&rqm=formPOST';

const formType = 'application/x-www-form-urlencoded';

const header = (name: string, value: string) => ({ name, value });

describe('bodies', () => {
  test.each([
    ['text, as Chrome and Firefox have it', { mimeType: formType, text: form, params: [] }],
    [
      'params without text, as Playwright has it',
      {
        mimeType: formType,
        text: '',
        params: [
          ['id', '12'],
          ['ev', 'Purchase'],
          ['eid', 'o-1'],
          ['cd[value]', '9.9'],
          ['rqm', 'formPOST'],
        ].map(([name, value]) => ({ name, value })),
      },
    ],
    [
      'params as they are on the wire',
      {
        mimeType: formType,
        params: [
          ['id', '12'],
          ['ev', 'Purchase'],
          ['eid', 'o-1'],
          ['cd%5Bvalue%5D', '9.9'],
          ['rqm', 'formPOST'],
        ].map(([name, value]) => ({ name, value })),
      },
    ],
    [
      'base64, as Proxyman has it',
      { mimeType: formType, encoding: 'base64', text: Buffer.from(form).toString('base64') },
    ],
  ])('%s', async (_shape, postData) => {
    const { event } = await readOne({ postData });
    expect(event).toMatchObject({
      datasetId: '12',
      eventName: 'Purchase',
      eventId: 'o-1',
      customData: { value: '9.9' },
      transport: 'form',
      damage: [],
    });
  });

  test('multipart params without a text are read, and stay a beacon', async () => {
    const params = [header('id', '12'), header('ev', 'Lead'), header('cd[t]', 'a&b=c d')];
    const { event } = await readOne({ postData: { mimeType: 'multipart/form-data; boundary=B', params } });
    expect(event).toMatchObject({ eventName: 'Lead', transport: 'beacon', customData: { t: 'a&b=c d' }, damage: [] });
  });

  test('base64 of bytes that are not UTF-8 is kept byte by byte', async () => {
    const text = Buffer.from('id=12&ev=Lead&x=\xff', 'latin1').toString('base64');
    const { call } = await readOne({ postData: { mimeType: formType, encoding: 'base64', text } });
    expect([call.body, call.bodyCharset]).toEqual(['id=12&ev=Lead&x=\xff', 'latin1']);
  });

  test('a body shorter than announced is cut, line ends apart', async () => {
    const postData = { mimeType: formType, text: 'id=12&ev=Lead&cd[t' };
    const cut = await readOne({ headers: [header('Content-Length', '900')], postData });
    expect(cut.call.bodyState).toBe('cut');
    const whole = await readOne({ headers: [header('Content-Length', '18')], postData });
    expect(whole.call.bodyState).toBe('whole');
    const multipart = '--B\nContent-Disposition: form-data; name="ev"\n\nLead\n--B--\n';
    const normalized = await readOne({
      headers: [header('Content-Length', String(multipart.replaceAll('\n', '\r\n').length))],
      postData: { mimeType: 'multipart/form-data; boundary=B', text: multipart },
    });
    expect(normalized.call.bodyState).toBe('whole');
  });

  test('a Pixel call whose body was not recorded is kept and named', async () => {
    const { facts, inputs } = await read([{ startedDateTime, request: { method: 'POST', url }, response: answered }]);
    expect(facts.map(({ kind }) => kind)).toEqual(['browser-call', 'problem']);
    expect(facts[1]).toMatchObject({ place: 'entry 1', reason: 'a Pixel call whose body the recording does not hold' });
    expect(inputs[0]).toMatchObject({ records: 1, skipped: 1 });
  });
});

describe('answers', () => {
  const get = { method: 'GET', url: `${url}?id=1&ev=Lead` };
  test.each([
    [
      'Chrome, blocked by an extension',
      { response: { status: 0, statusText: '', _error: 'net::ERR_BLOCKED_BY_CLIENT' } },
      'blocked',
    ],
    ['Chrome, cancelled', { response: { status: 0, _error: 'net::ERR_ABORTED' } }, 'aborted'],
    [
      'Chrome, an extension answered',
      { response: { status: 307, statusText: 'Internal Redirect', redirectURL: 'chrome-extension://x/y' } },
      'blocked',
    ],
    ['Playwright', { response: { status: -1, _failureText: 'net::ERR_ABORTED' } }, 'aborted'],
    ['Playwright on Firefox', { response: { status: -1, _failureText: 'NS_BINDING_ABORTED' } }, 'aborted'],
    ['Safari', { response: { status: 0, _error: 'cancelled' } }, 'aborted'],
    ['Charles', { response: { status: 0, statusText: '' }, comment: 'Client closed connection' }, 'failed'],
    ['a proxy that got no host', { response: { status: 0, statusText: 'DNS lookup failed' } }, 'failed'],
    ['an error of the server', { response: { status: 503 } }, 'failed'],
    ['a redirect', { response: { status: 302, redirectURL: 'https://www.facebook.com/' } }, 'sent'],
    ['no answer at all', { response: {} }, 'sent'],
    ['no response object', { response: undefined }, 'sent'],
  ])('%s', async (_recorder, rest, outcome) => {
    const { event } = await readOne(get, rest);
    expect(event.outcome).toBe(outcome);
  });

  test('the upgrade to https inside Chrome is one call, not two', async () => {
    const { events } = await read([
      {
        request: { method: 'GET', url: 'http://www.facebook.com/tr?id=1&ev=Lead' },
        response: {
          status: 307,
          statusText: 'Internal Redirect',
          redirectURL: 'https://www.facebook.com/tr?id=1&ev=Lead',
        },
      },
      { request: { method: 'GET', url: 'https://www.facebook.com/tr?id=1&ev=Lead' }, response: answered },
    ]);
    expect(events().map(({ source }) => source.at)).toEqual(['entry 2']);
  });
});

describe('pages and cookies', () => {
  const call = {
    pageref: 'p1',
    request: { method: 'GET', url: `${url}?id=1&ev=Lead`, headers: [header('Referer', 'https://shop.example/')] },
    response: answered,
  };

  test('Chrome names the page by its URL', async () => {
    const { calls } = await read([call], { pages: [{ id: 'p1', title: 'https://shop.example/thanks' }] });
    expect(calls()[0]?.page).toBe('https://shop.example/thanks');
  });

  test('elsewhere the page is the document that was loaded, and frames are not', async () => {
    const load = (address: string, destination: string) => ({
      pageref: 'p1',
      request: { method: 'GET', url: address, headers: [header('Sec-Fetch-Dest', destination)] },
      response: answered,
    });
    const entries = [
      load('https://shop.example/a', 'document'),
      load('https://ads.example/', 'iframe'),
      call,
      load('https://shop.example/b', 'document'),
      call,
    ];
    const { calls } = await read(entries, { pages: [{ id: 'p1', title: 'My shop' }] });
    expect(calls().map(({ page }) => page)).toEqual(['https://shop.example/a', 'https://shop.example/b']);
  });

  test('a proxy has no pages: the referer is the page', async () => {
    const { pageref: _none, ...withoutPage } = call;
    const { calls } = await read([withoutPage]);
    expect(calls()[0]?.page).toBe('https://shop.example/');
  });

  test('the cookies of the page stand beside its calls, the newest of them', async () => {
    const shop = {
      request: {
        method: 'GET',
        url: 'https://shop.example/',
        headers: [header('cookie', 'a=1; _fbp=fb.1.1.1; b=2')],
        cookies: [header('_fbc', 'fb.1.1.click')],
      },
      response: { status: 200, headers: [header('set-cookie', '_fbp=fb.1.2.2; Path=/')] },
    };
    const { calls, events } = await read([shop, call]);
    expect(calls()[0]?.cookies).toEqual({ fbp: 'fb.1.2.2', fbc: 'fb.1.1.click' });
    expect(events()[0]).toMatchObject({ fbp: null, other: { '_fbp cookie': 'fb.1.2.2' } });
  });

  test('cookies of another site are not this one\u2019s', async () => {
    const other = {
      request: { method: 'GET', url: 'https://other.example/', cookies: [header('_fbp', 'fb.1.1.9')] },
      response: answered,
    };
    const { calls } = await read([other, call]);
    expect(calls()[0]?.cookies).toBeNull();
  });
});

test('only what may be of Meta is kept, and every entry is counted', async () => {
  const at = (address: string, more: object = {}) => ({
    startedDateTime,
    request: { method: 'GET', url: address, ...more },
    response: answered,
  });
  const gateway = {
    method: 'POST',
    postData: { mimeType: 'text/plain', text: '{"event_name":"Lead","fb.pixel_id":"1"}' },
  };
  const { calls, inputs } = await read([
    at('https://shop.example/'),
    at('https://connect.facebook.net/en_US/fbevents.js'),
    at('https://connect.facebook.net/signals/config/12'),
    at('https://track.shop.example/x/tr?id=12&ev=Lead'),
    at('https://track.shop.example/x/tr'),
    at('https://gw.shop.example/events', gateway),
    at('https://gw.shop.example/events'),
    at('https://www.facebook.com/somepage?id=1'),
  ]);
  expect(calls().map(({ place }) => place)).toEqual(['entry 2', 'entry 3', 'entry 4', 'entry 6']);
  expect(inputs[0]).toMatchObject({ kind: 'har', name: 'shop.har', records: 8, skipped: 0 });
});

test('damaged entries are named, and the others are read', async () => {
  const good = {
    startedDateTime: 'never',
    request: { url: `${url}?id=1&ev=Lead`, headers: 'none', cookies: {} },
    response: 7,
  };
  const { facts, events, inputs } = await read([null, {}, { request: {} }, [], good]);
  expect(facts.filter(({ kind }) => kind === 'problem')).toMatchObject([
    { place: 'entry 1', reason: 'the entry is not an object' },
    { place: 'entry 2', reason: 'the entry has no request' },
    { place: 'entry 3', reason: 'the request has no URL' },
    { place: 'entry 4', reason: 'the entry is not an object' },
  ]);
  expect(events()).toMatchObject([{ eventName: 'Lead', source: { input: 0, at: 'entry 5' }, seenAt: null }]);
  expect(inputs[0]).toMatchObject({ records: 5, skipped: 4 });
});

test('a large recording is stored in batches', async () => {
  const entries = Array.from({ length: 600 }, (_, index) => ({
    request: { method: 'GET', url: `${url}?id=1&ev=Lead&eid=${index}` },
    response: answered,
  }));
  const { batches, events } = await read(entries);
  expect(batches).toEqual([256, 256, 88]);
  expect(events().map(({ eventId }) => eventId)).toEqual(entries.map((_, index) => String(index)));
});
