/** The test endpoint over real sockets: all forms of requests, what it refuses, and when it acknowledges. */
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEndpoint } from '../../../electron/core/intake/endpoint.ts';
import { applyServerAnswer, readServerRecord } from '../../../shared/meta/capi-payload.ts';
import type { JsonObject } from '../../../shared/model/json.ts';
import { eventTime, payload, purchase } from '../../support/capi.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

const now = () => eventTime * 1000 + 60_000;

async function endpoint() {
  const handle = recordingHandle('endpoint', 'Test endpoint');
  const server = await startEndpoint({ port: 0, handle, now });
  onTestFinished(() => server.close());
  const url = `${server.url}/v25.0/1234567890/events?access_token=secretQ9`;
  const post = async (body: BodyInit, headers: Record<string, string> = {}, to = url) => {
    const response = await fetch(to, { method: 'POST', body, headers });
    return { status: response.status, body: (await response.json()) as JsonObject };
  };
  const events = () =>
    handle.records().flatMap((fact) => {
      const answer = handle.answers().find(({ record }) => record === fact.key);
      return readServerRecord(fact).events.map((event) => (answer ? applyServerAnswer(event, answer) : event));
    });
  return { ...server, handle, events, post, requestUrl: url };
}

const json = { 'content-type': 'application/json' };
const one = payload(purchase('order-1'));

test('a JSON request is answered as Graph does, and its event is stored with its answer', async () => {
  const { post, events, handle, port } = await endpoint();
  const { status, body } = await post(one, { ...json, 'user-agent': 'shop/1' });
  expect(status).toBe(200);
  expect(body).toEqual({ events_received: 1, messages: [], fbtrace_id: expect.any(String) });
  expect(events()).toMatchObject([
    { eventId: 'order-1', datasetId: '1234567890', outcome: 'accepted', source: { input: 3, at: 'request 1 event 1' } },
  ]);
  expect(handle.records()).toMatchObject([
    { url: `http://127.0.0.1:${port}/v25.0/1234567890/events`, userAgent: 'shop/1', delivery: 'answered', at: now() },
  ]);
  expect(handle.input.records).toBe(1);
});

const list = JSON.stringify([purchase('order-1')]);
const multipart = new FormData();
multipart.set('data', list);
multipart.set('access_token', 'secretQ9');
test.each<[string, BodyInit, Record<string, string>]>([
  ['urlencoded, as the Python SDK sends it', new URLSearchParams({ access_token: 'secretQ9', data: list }), {}],
  ['urlencoded with an index', new URLSearchParams({ 'data[0]': JSON.stringify(purchase('order-1')) }), {}],
  ['multipart, as the PHP SDK sends it', multipart, {}],
  ['JSON in gzip', gzipSync(one), { ...json, 'content-encoding': 'gzip' }],
  ['JSON with its data as text', JSON.stringify({ data: list }), json],
  ['JSON texts in a list', JSON.stringify({ data: [JSON.stringify(purchase('order-1'))] }), json],
])('a request is read: %s', async (_form, body, headers) => {
  const { post, events, handle } = await endpoint();
  expect((await post(body, headers)).status).toBe(200);
  expect(events().map(({ eventId, outcome }) => [eventId, outcome])).toEqual([['order-1', 'accepted']]);
  expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
});

test.each([
  ['/1234567890/events', 200],
  ['/v2.0/1234567890/events/', 200],
  ['//v99.1/1234567890/events', 200],
  ['/capi/1234567890/events', 202],
])('events are taken at %s', async (path, status) => {
  const { post, url, events } = await endpoint();
  expect((await post(one, { authorization: 'Bearer secretQ9' }, url + path)).status).toBe(status);
  expect(events()).toMatchObject([{ datasetId: '1234567890' }]);
});

test('a request that Graph would refuse is refused, and stored as rejected', async () => {
  const { post, events } = await endpoint();
  const { status, body } = await post(payload(purchase('a'), purchase('b', { event_time: eventTime - 864_000 })), json);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 100, error_subcode: 2804003, type: 'OAuthException', is_transient: false });
  expect(events().map(({ outcome, rejection }) => [outcome, rejection?.subcode])).toEqual([
    ['rejected', 2804003],
    ['rejected', 2804003],
  ]);
});

test('a request without a token is refused as Graph does', async () => {
  const { post, url } = await endpoint();
  expect(await post(one, json, `${url}/v25.0/1234567890/events`)).toMatchObject({
    status: 401,
    body: { error: { code: 190 } },
  });
  expect(
    (await post(payload(purchase('a')).replace('{', '{"access_token":"t",'), json, `${url}/v25.0/1/events`)).status,
  ).toBe(200);
});

test('broken bodies are answered and stored, and break nothing', async () => {
  const { post, handle, events } = await endpoint();
  for (const body of ['', '{', 'data=%', '[]', 'null', `{"a":${'['.repeat(10_000)}`]) {
    expect((await post(body, json)).status).toBe(400);
  }
  expect((await post(Buffer.from([0x7b, 0xff, 0xfe]), json)).status).toBe(400);
  expect((await post('not gzip', { ...json, 'content-encoding': 'gzip' })).status).toBe(400);
  expect(handle.records()).toHaveLength(7);
  expect(handle.records().at(-1)).toMatchObject({ bodyCharset: 'latin1', body: '{\xff\xfe' });
  expect(handle.problems()).toMatchObject([{ place: 'request 8' }]);
  expect((await post(one, json)).status).toBe(200);
  expect(events().map(({ source }) => source.at)).toEqual(['request 9 event 1']);
});

test('a request is acknowledged only once it is stored', async () => {
  const { post, handle, url } = await endpoint();
  const asked = Promise.withResolvers<void>();
  const stored = Promise.withResolvers<void>();
  const { add } = handle.sink;
  handle.sink.add = async (facts) => {
    asked.resolve();
    await stored.promise;
    await add(facts);
  };
  let isAnswered = false;
  const answered = post(one, json).then(({ status }) => {
    isAnswered = true;
    return status;
  });
  await asked.promise;
  await fetch(url); // A whole exchange later it is still not answered.
  expect(isAnswered).toBe(false);
  stored.resolve();
  expect([await answered, handle.records().length]).toEqual([200, 1]);
});

test('a request that cannot be stored is to be sent again', async () => {
  const { post, handle } = await endpoint();
  handle.isFull = true;
  expect(await post(one, json)).toMatchObject({ status: 503, body: { error: { code: 2, is_transient: true } } });
  handle.isFull = false;
  expect((await post(one, json)).status).toBe(200);
});

describe('strangers', () => {
  test.each<[string, Record<string, string>]>([
    ['a page of a browser', { Origin: 'https://evil.example' }],
    ['a browser without origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a rebound host name', { Host: 'evil.example' }],
  ])('are refused: %s', async (_who, headers) => {
    const { port, handle } = await endpoint();
    expect(await raw(port, headers, one)).toMatch(/^HTTP\/1\.1 403 /);
    expect(handle.facts).toEqual([]);
  });
  test.each([
    ['/', 100],
    ['/v25.0/1234567890', 104],
    ['/v25.0/1234567890/events', 104],
    ['/v25.0/1234567890/events?access_token=t', 100],
    ['/v25.0/me/accounts', 2500],
  ])('are told nothing at %s', async (path, code) => {
    const { url, post, handle } = await endpoint();
    await post(one, json);
    const response = await fetch(url + path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code, fbtrace_id: expect.stringMatching(/^A/) } });
    expect(handle.records()).toHaveLength(1);
  });
});

/** Headers that fetch does not let us set. */
function raw(port: number, headers: Record<string, string>, body: string): Promise<string> {
  const all = {
    Host: `127.0.0.1:${port}`,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST /v25.0/1/events?access_token=t HTTP/1.1\r\n${head.join('')}\r\n${body}`);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}

test('a body without end is refused, and the endpoint goes on', async () => {
  const { post } = await endpoint();
  const { status } = await post(gzipSync(Buffer.alloc(33 * 2 ** 20)), { ...json, 'content-encoding': 'gzip' });
  expect(status).toBe(413);
  expect((await post(one, json)).status).toBe(200);
});

test('a taken port is refused in words', async () => {
  const { port } = await endpoint();
  await expect(startEndpoint({ port, handle: recordingHandle('endpoint') })).rejects.toMatchObject({
    code: 'port-taken',
    message: `Port ${port} is taken by another program; choose another one for the test endpoint.`,
  });
});

test('a closed endpoint gives its port back', async () => {
  const handle = recordingHandle('endpoint');
  const first = await startEndpoint({ port: 0, handle });
  await fetch(first.url);
  await first.close();
  const second = await startEndpoint({ port: first.port, handle });
  await second.close();
  expect(second.port).toBe(first.port);
});

test('Meta’s own Node SDK is content with the answer, and what it sent is read', async () => {
  const { url, events, handle } = await endpoint();
  const sdk = createRequire(import.meta.url)('facebook-nodejs-business-sdk');
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { get: () => url, configurable: true });
  const user = new sdk.UserData()
    .setEmail('John_Smith@gmail.com')
    .setClientIpAddress('203.0.113.7')
    .setClientUserAgent('UA');
  const custom = new sdk.CustomData().setValue(19.9).setCurrency('EUR');
  const event = new sdk.ServerEvent()
    .setEventName('Purchase')
    .setEventTime(eventTime)
    .setEventId('order-1')
    .setActionSource('website')
    .setUserData(user)
    .setCustomData(custom);
  const request = new sdk.EventRequest('secretQ9', '1234567890', [event], 'agent', 'TEST1').setAppSecret('appQ9');
  const response = await request.execute();
  expect(response.events_received).toBe(1);
  expect(response.fbtrace_id).toMatch(/^A/);
  expect(events()).toMatchObject([
    {
      eventId: 'order-1',
      datasetId: '1234567890',
      outcome: 'accepted',
      testEventCode: 'TEST1',
      other: { partner_agent: 'agent' },
      customData: { value: 19.9, currency: 'EUR' },
      userData: { em: [expect.stringMatching(/^62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f/)] },
    },
  ]);
  expect(handle.records()[0]?.userAgent).toMatch(/^fbbizsdk-nodejs-v/);
  expect(handle.records()[0]?.body).toContain('"appsecret_proof":"REDACTED"');
  expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
});

test('Meta’s own Node SDK reports our refusal as Graph’s', async () => {
  const { url, events } = await endpoint();
  const sdk = createRequire(import.meta.url)('facebook-nodejs-business-sdk');
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { get: () => url, configurable: true });
  const event = new sdk.ServerEvent()
    .setEventName('Lead')
    .setEventTime(eventTime)
    .setUserData(new sdk.UserData().setEmail('a@b.example'));
  const sending = new sdk.EventRequest('secretQ9', '1234567890', [event]).execute();
  await expect(sending).rejects.toMatchObject({ status: 400, response: { code: 100, error_subcode: 2804019 } });
  expect(events()).toMatchObject([{ outcome: 'rejected', rejection: { subcode: 2804019 } }]);
});
