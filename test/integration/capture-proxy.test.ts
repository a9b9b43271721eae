import { request } from 'node:https';
import { connect } from 'node:tls';
import { expect, test } from 'vitest';
import { PIXEL_GIF } from '../../electron/core/capture/held-answer.ts';
import { captureHandle } from '../support/capture-handle.ts';
import { send, startTestProxy, type TestProxy, through, tunnel } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';
import { startFakeInternet } from '../support/fake-internet.ts';

const pixelUrl = 'https://www.facebook.com/tr/?id=1234567890&ev=Purchase&eid=order-1001';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

test('a forwarded Pixel call reaches Meta as it was sent and is stored with its answer', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('forward', { upstream: through(internet) });
  const answer = await send(proxy, pixelUrl, {
    headers: { referer: 'https://shop.example/thank-you', 'user-agent': 'Mozilla/5.0 Test', cookie: 'fr=secret' },
  });
  expect([answer.status, answer.body.toString()]).toEqual([200, 'from the internet']);
  expect(internet.arrivals.map(({ url, headers }) => [url, headers.cookie])).toEqual([[pixelUrl, 'fr=secret']]);
  expect(proxy.handle.of('browser-call')).toEqual([
    {
      kind: 'browser-call',
      input: 0,
      place: 'capture 1',
      key: '0:capture 1',
      at: expect.any(Number),
      method: 'GET',
      url: pixelUrl,
      contentType: null,
      body: null,
      bodyCharset: 'utf8',
      bodyState: 'whole',
      status: null,
      error: null,
      held: false,
      page: 'https://shop.example/thank-you',
      userAgent: 'Mozilla/5.0 Test',
      cookies: null,
    },
  ]);
  const ends = await eventually(() => proxy.handle.of('call-answer').length === 1 && proxy.handle.of('call-answer'), {
    withinMs: 5000,
  });
  expect(ends[0]).toMatchObject({ call: '0:capture 1', place: 'capture 1', status: 200, error: null });
  expect(proxy.traffic).toEqual({ other: 0, held: 0, forwarded: 1 });
  expect(proxy.handle.input.records).toBe(1);
});

test('in hold mode an image, a form, a beacon and a fetch are answered as Meta answers and nothing is sent', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('hold', { upstream: through(internet) });
  const image = await send(proxy, pixelUrl);
  expect([image.status, image.headers['content-type'], image.body]).toEqual([200, 'image/gif', PIXEL_GIF]);
  expect(PIXEL_GIF).toHaveLength(43);
  const posted = await send(proxy, 'https://www.facebook.com/tr/', {
    method: 'POST',
    headers: form,
    body: 'id=1&ev=Lead',
  });
  expect([posted.status, posted.headers['content-type'], posted.body.length]).toEqual([200, 'text/plain', 0]);
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
  const beacon = '--b\r\nContent-Disposition: form-data; name="ev"\r\n\r\nLead\r\n--b--\r\n';
  const beaconAnswer = await send(proxy, 'https://www.facebook.com/tr', {
    method: 'POST',
    headers: multipart,
    body: beacon,
  });
  expect([beaconAnswer.status, beaconAnswer.body.length]).toEqual([200, 0]);
  const fetched = await send(proxy, pixelUrl, { headers: { origin: 'https://shop.example' } });
  expect(fetched.headers).toMatchObject({
    'access-control-allow-origin': 'https://shop.example',
    'access-control-allow-credentials': 'true',
  });
  const plain = await send(proxy, pixelUrl.replace('https:', 'http:'));
  expect([plain.status, plain.body]).toEqual([200, PIXEL_GIF]);
  const topics = await send(proxy, 'https://www.facebook.com/privacy_sandbox/topics/registration/?id=1234567890');
  expect(topics.status).toBe(200);
  const preflight = await send(proxy, 'https://www.facebook.com/tr/', {
    method: 'OPTIONS',
    headers: { origin: 'https://shop.example', 'access-control-request-headers': 'x-custom' },
  });
  expect(preflight.headers['access-control-allow-headers']).toBe('x-custom');
  expect(internet.arrivals).toEqual([]);
  const calls = proxy.handle.of('browser-call');
  expect(calls.map(({ method, url, body, held, status }) => [method, url, body, held, status])).toEqual([
    ['GET', pixelUrl, null, true, 200],
    ['POST', 'https://www.facebook.com/tr/', 'id=1&ev=Lead', true, 200],
    ['POST', 'https://www.facebook.com/tr', beacon, true, 200],
    ['GET', pixelUrl, null, true, 200],
    ['GET', pixelUrl.replace('https:', 'http:'), null, true, 200],
  ]);
  expect(proxy.handle.of('call-answer')).toEqual([]);
  expect(proxy.traffic.held).toBe(5);
});

test('the mode is read for each call, so that switching it takes effect at once', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('hold', { upstream: through(internet) });
  await send(proxy, pixelUrl);
  expect(internet.arrivals).toHaveLength(0);
  proxy.mode = 'forward';
  await send(proxy, pixelUrl);
  expect(internet.arrivals).toHaveLength(1);
  proxy.mode = 'hold';
  await send(proxy, pixelUrl);
  expect(internet.arrivals).toHaveLength(1);
  expect(proxy.handle.of('browser-call').map(({ held }) => held)).toEqual([true, false, true]);
});

test("Meta's script and a dataset's configuration go on in hold mode, and are stored", async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('hold', { upstream: through(internet) });
  const loader = 'https://connect.facebook.net/en_US/fbevents.js';
  const config = 'https://connect.facebook.net/signals/config/1234567890?v=2.9.252';
  for (const url of [loader, config]) expect((await send(proxy, url)).body.toString()).toBe('from the internet');
  expect(internet.arrivals.map(({ url }) => url)).toEqual([loader, config]);
  expect(proxy.handle.of('browser-call').map(({ url, held }) => [url, held])).toEqual([
    [loader, false],
    [config, false],
  ]);
  expect(proxy.traffic).toEqual({ other: 2, held: 0, forwarded: 0 });
});

test('other pages of the decrypted hosts pass on and are not stored', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('hold', { upstream: through(internet) });
  const login = { method: 'POST', headers: form, body: 'email=a@b.example&pass=secret' };
  expect((await send(proxy, 'https://www.facebook.com/login/', login)).status).toBe(200);
  expect((await send(proxy, 'https://graph.facebook.com/v24.0/me')).status).toBe(200);
  expect(internet.arrivals).toHaveLength(2);
  expect(proxy.handle.facts).toEqual([]);
  await eventually(() => proxy.traffic.other === 2, { withinMs: 5000 });
});

const graphUrl = 'https://graph.facebook.com/v24.0/1234567890/events';
const payload = JSON.stringify({
  data: [
    {
      event_name: 'Purchase',
      event_time: Math.floor(Date.now() / 1000),
      event_id: 'order-1001',
      action_source: 'website',
      event_source_url: 'https://shop.example/thank-you',
      user_data: { em: ['0'.repeat(64)], client_ip_address: '203.0.113.7', client_user_agent: 'Mozilla/5.0' },
      custom_data: { value: 49.9, currency: 'USD' },
    },
  ],
});
const json = { 'content-type': 'application/json' };

test("a forwarded server event keeps Graph's answer and none of its access token", async () => {
  const internet = await startFakeInternet();
  internet.answer = () => ({ statusCode: 400, headers: json, body: '{"error":{"code":190}}' });
  const proxy = await startTestProxy('forward', { upstream: through(internet) });
  const token = `EAAB${'x'.repeat(40)}`;
  const body = payload.replace('{', `{"access_token":"${token}",`);
  const answer = await send(proxy, `${graphUrl}?access_token=${token}`, { method: 'POST', headers: json, body });
  expect([answer.status, answer.body.toString()]).toEqual([400, '{"error":{"code":190}}']);
  expect(internet.arrivals[0]?.url).toContain(token);
  const [record] = proxy.handle.of('server-record');
  expect(record).toMatchObject({ form: 'request', url: graphUrl, delivery: 'forwarded', place: 'request 1' });
  expect(record?.body).toContain('order-1001');
  expect(proxy.handle.of('server-answer')).toMatchObject([
    { record: record?.key, status: 400, body: '{"error":{"code":190}}' },
  ]);
  expect(JSON.stringify(proxy.handle.facts)).not.toContain(token);
});

test('in hold mode a server event is acknowledged as Graph does and does not reach it', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('hold', { upstream: through(internet) });
  const url = `${graphUrl}?access_token=EAABtest`;
  const answer = await send(proxy, url, { method: 'POST', headers: json, body: payload });
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body.toString())).toMatchObject({ events_received: 1, fbtrace_id: expect.any(String) });
  expect(internet.arrivals).toEqual([]);
  expect(proxy.handle.of('server-record')).toMatchObject([{ delivery: 'held', body: payload }]);
  expect(proxy.handle.of('server-answer')).toMatchObject([{ status: 200, body: answer.body.toString() }]);
  expect(proxy.traffic).toEqual({ other: 0, held: 1, forwarded: 0 });
});

test('a first-party host is decrypted: its gateway copies are held, its own endpoints are not', async () => {
  const internet = await startFakeInternet();
  const options = { firstParty: ['track.shop.example'], upstream: through(internet) };
  const proxy = await startTestProxy('hold', options);
  const copy = JSON.stringify({ event_name: 'Purchase', event_id: 'order-1001', 'fb.pixel_id': '1234567890' });
  const gateway = 'https://track.shop.example/events';
  const held = await send(proxy, gateway, { method: 'POST', headers: json, body: copy });
  expect(held.status).toBe(200);
  expect(internet.arrivals).toEqual([]);
  const own = await send(proxy, gateway, { method: 'POST', headers: json, body: '{"concert":"tonight"}' });
  expect(own.body.toString()).toBe('from the internet');
  expect(proxy.handle.of('browser-call').map(({ body }) => body)).toEqual([copy]);
});

test('a failing store and a failing clock of ours never show in the browser', async () => {
  const internet = await startFakeInternet();
  const handle = captureHandle();
  const broken = {
    ...handle,
    sink: { add: () => Promise.reject(new Error('disk full')) },
  };
  const proxy = await startTestProxy('hold', { upstream: through(internet), handle: broken });
  expect((await send(proxy, pixelUrl)).body).toEqual(PIXEL_GIF);
  const server = await send(proxy, graphUrl, { method: 'POST', headers: json, body: payload });
  expect(JSON.parse(server.body.toString())).toMatchObject({ error: { code: 190 } });
  proxy.mode = 'forward';
  expect((await send(proxy, pixelUrl)).body.toString()).toBe('from the internet');
  const counting = { ...broken, count: () => raise() };
  const other = await startTestProxy('hold', { upstream: through(internet), handle: counting });
  expect((await send(other, pixelUrl)).body).toEqual(PIXEL_GIF);
});

function raise(): never {
  throw new Error('a bug of ours');
}

test('a store that hangs delays an answer by about a second at most', async () => {
  const handle = captureHandle();
  const hanging = { ...handle, sink: { add: () => new Promise<void>(() => undefined) } };
  const proxy = await startTestProxy('hold', { handle: hanging });
  expect((await send(proxy, pixelUrl)).body).toEqual(PIXEL_GIF);
});

test('an upstream certificate that nobody trusts is not accepted', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('forward', { upstream: { proxyUrl: internet.proxyUrl } });
  await expect(send(proxy, pixelUrl)).rejects.toThrow();
  expect(internet.arrivals).toEqual([]);
  const ends = await eventually(() => proxy.handle.of('call-answer').length === 1 && proxy.handle.of('call-answer'), {
    withinMs: 5000,
  });
  expect(ends[0]).toMatchObject({ status: null, error: 'net::ERR_CERT_AUTHORITY_INVALID' });
});

test('a call that Meta does not answer and one that the browser gives up are told apart', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('forward', { upstream: through(internet) });
  internet.answer = () => 'reset';
  await expect(send(proxy, pixelUrl)).rejects.toThrow();
  const errors = () => proxy.handle.of('call-answer').map(({ error }) => error);
  await eventually(() => errors().length === 1, { withinMs: 5000 });
  let hasArrived = false;
  internet.answer = () => {
    hasArrived = true;
    return new Promise(() => undefined);
  };
  const { socket } = await startedCall(proxy);
  await eventually(() => hasArrived, { withinMs: 5000 });
  socket.destroy();
  await eventually(() => errors().length === 2, { withinMs: 5000 });
  expect(errors()).toEqual(['net::ERR_CONNECTION_RESET', 'net::ERR_ABORTED']);
});

test('a body beyond two megabytes is kept in part and forwarded whole, a larger one still is forwarded whole', async () => {
  const internet = await startFakeInternet();
  const proxy = await startTestProxy('forward', { upstream: through(internet) });
  const url = 'https://www.facebook.com/tr/';
  for (const megabytes of [3, 17]) {
    const body = `id=1&ev=Lead&x=${'x'.repeat(megabytes * 1024 * 1024)}`;
    expect((await send(proxy, url, { method: 'POST', headers: form, body })).status).toBe(200);
    expect(internet.arrivals.at(-1)?.body.buffer.length).toBe(body.length);
  }
  const [first, second] = proxy.handle.of('browser-call');
  expect([first?.body?.length, first?.bodyState]).toEqual([2 * 1024 * 1024, 'cut']);
  expect([second?.body, second?.bodyState]).toEqual([null, 'cut']);
});

test('a body that is not UTF-8 is kept byte by byte', async () => {
  const proxy = await startTestProxy('hold');
  const body = Buffer.from([0x69, 0x64, 0x3d, 0x31, 0xff, 0xfe]);
  await send(proxy, 'https://www.facebook.com/tr/', { method: 'POST', headers: form, body });
  const [call] = proxy.handle.of('browser-call');
  expect(call?.bodyCharset).toBe('latin1');
  expect(Buffer.from(call?.body ?? '', 'latin1')).toEqual(body);
});

/** A Pixel call that was sent and whose answer nobody reads. */
async function startedCall(proxy: TestProxy) {
  const { socket } = await tunnel(proxy, 'www.facebook.com:443');
  const ca = proxy.authority.certificate;
  const call = request({
    host: 'www.facebook.com',
    path: '/tr/?id=1&ev=Lead',
    ca,
    createConnection: () => connect({ socket, ca, servername: 'www.facebook.com' }),
  });
  call.on('error', () => undefined);
  call.end();
  return { socket };
}
