/** The test endpoint over real sockets: all forms of requests, what it refuses, and when it acknowledges. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startEndpoint } from '../../../electron/core/intake/endpoint.ts';
import { eventTime, payload, purchase } from '../../support/capi.ts';
import { asJson, endpointNow, openEndpoint, rawRequest } from '../../support/open-endpoint.ts';
import { recordingHandle } from '../../support/recording-handle.ts';

const one = payload(purchase('order-1'));

test('a JSON request is answered as Graph does, and its event is stored with its answer', async () => {
  const { post, events, handle, port } = await openEndpoint();
  const { status, body } = await post(one, { ...asJson, 'user-agent': 'shop/1' });
  expect(status).toBe(200);
  expect(body).toEqual({ events_received: 1, messages: [], fbtrace_id: expect.any(String) });
  expect(events()).toMatchObject([
    { eventId: 'order-1', datasetId: '1234567890', outcome: 'accepted', source: { input: 3, at: 'request 1 event 1' } },
  ]);
  expect(handle.records()).toMatchObject([
    {
      url: `http://127.0.0.1:${port}/v25.0/1234567890/events`,
      userAgent: 'shop/1',
      delivery: 'answered',
      at: endpointNow(),
    },
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
  ['JSON in gzip', gzipSync(one), { ...asJson, 'content-encoding': 'gzip' }],
  ['JSON in deflate', deflateSync(one), { ...asJson, 'content-encoding': 'deflate' }],
  ['JSON in deflate without zlib’s header', deflateRawSync(one), { ...asJson, 'content-encoding': 'deflate' }],
  ['JSON in Brotli', brotliCompressSync(one), { ...asJson, 'content-encoding': 'BR' }],
  ['JSON in gzip under its old name', gzipSync(one), { ...asJson, 'content-encoding': 'x-gzip' }],
  ['a token of a gateway', JSON.stringify({ data: [purchase('order-1')], accessKey: 'secretQ9' }), asJson],
  [
    'with appsecret_proof and a token in its header',
    JSON.stringify({ data: [purchase('order-1')], appsecret_proof: 'secretQ9proof' }),
    { ...asJson, authorization: 'Bearer secretQ9' },
  ],
  ['JSON with its data as text', JSON.stringify({ data: list }), asJson],
  ['JSON texts in a list', JSON.stringify({ data: [JSON.stringify(purchase('order-1'))] }), asJson],
])('a request is read: %s', async (_form, body, headers) => {
  const { post, events, handle } = await openEndpoint();
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
  const { post, url, events } = await openEndpoint();
  expect((await post(one, { authorization: 'Bearer secretQ9' }, url + path)).status).toBe(status);
  expect(events()).toMatchObject([{ datasetId: '1234567890' }]);
});

test('a request that Graph would refuse is refused, and stored as rejected', async () => {
  const { post, events } = await openEndpoint();
  const { status, body } = await post(
    payload(purchase('a'), purchase('b', { event_time: eventTime - 864_000 })),
    asJson,
  );
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 100, error_subcode: 2804003, type: 'OAuthException', is_transient: false });
  expect(events().map(({ outcome, rejection }) => [outcome, rejection?.subcode])).toEqual([
    ['rejected', 2804003],
    ['rejected', 2804003],
  ]);
});

test('a request without a token is refused as Graph does', async () => {
  const { post, url } = await openEndpoint();
  expect(await post(one, asJson, `${url}/v25.0/1234567890/events`)).toMatchObject({
    status: 401,
    body: { error: { code: 190 } },
  });
  expect(
    (await post(payload(purchase('a')).replace('{', '{"access_token":"t",'), asJson, `${url}/v25.0/1/events`)).status,
  ).toBe(200);
});

test('broken bodies are answered and stored, and break nothing', async () => {
  const { post, handle, events } = await openEndpoint();
  for (const body of ['', '{', 'data=%', '[]', 'null', `{"a":${'['.repeat(10_000)}`]) {
    expect((await post(body, asJson)).status).toBe(400);
  }
  expect((await post(Buffer.from([0x7b, 0xff, 0xfe]), asJson)).status).toBe(400);
  expect((await post('not gzip', { ...asJson, 'content-encoding': 'gzip' })).status).toBe(400);
  expect(handle.records()).toHaveLength(7);
  expect(handle.records().at(-1)).toMatchObject({ bodyCharset: 'latin1', body: '{\xff\xfe' });
  expect(handle.problems()).toMatchObject([{ place: 'request 8' }]);
  expect((await post(one, asJson)).status).toBe(200);
  expect(events().map(({ source }) => source.at)).toEqual(['request 9 event 1']);
});

test('a request is acknowledged only once it is stored', async () => {
  const { post, handle, url } = await openEndpoint();
  const asked = Promise.withResolvers<void>();
  const stored = Promise.withResolvers<void>();
  const { add } = handle.sink;
  handle.sink.add = async (facts) => {
    asked.resolve();
    await stored.promise;
    await add(facts);
  };
  let isAnswered = false;
  const answered = post(one, asJson).then(({ status }) => {
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
  const { post, handle } = await openEndpoint();
  handle.isFull = true;
  expect(await post(one, asJson)).toMatchObject({ status: 503, body: { error: { code: 2, is_transient: true } } });
  handle.isFull = false;
  expect((await post(one, asJson)).status).toBe(200);
});

describe('strangers', () => {
  test.each<[string, Record<string, string>]>([
    ['a page of a browser', { Origin: 'https://evil.example' }],
    ['a browser without origin', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a rebound host name', { Host: 'evil.example' }],
  ])('are refused: %s', async (_who, headers) => {
    const { port, handle } = await openEndpoint();
    expect(await rawRequest(port, headers, one)).toMatch(/^HTTP\/1\.1 403 /);
    expect(handle.facts).toEqual([]);
  });
  test.each([
    ['/', 100],
    ['/v25.0/1234567890', 104],
    ['/v25.0/1234567890/events', 104],
    ['/v25.0/1234567890/events?access_token=t', 100],
    ['/v25.0/me/accounts', 2500],
  ])('are told nothing at %s', async (path, code) => {
    const { url, post, handle } = await openEndpoint();
    await post(one, asJson);
    const response = await fetch(url + path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code, fbtrace_id: expect.stringMatching(/^A/) } });
    expect(handle.records()).toHaveLength(1);
  });
});

test('a body without end is refused, and the endpoint goes on', async () => {
  const { post } = await openEndpoint();
  const { status } = await post(gzipSync(Buffer.alloc(33 * 2 ** 20)), { ...asJson, 'content-encoding': 'gzip' });
  expect(status).toBe(413);
  expect((await post(one, asJson)).status).toBe(200);
});

test('a taken port is refused in words', async () => {
  const { port } = await openEndpoint();
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
