/** What the test endpoint does beyond its limits: it says so, keeps its memory, and goes on. */
import { connect } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { payload, purchase } from '../../support/capi.ts';
import { eventually } from '../../support/eventually.ts';
import { asJson, openEndpoint, rawExchange } from '../../support/open-endpoint.ts';

const one = payload(purchase('order-1'));
const small = { limits: { bodyBytes: 64 * 1024 } };
const bomb = Buffer.alloc(40 * 2 ** 20, ' ');

describe('a body that is too large is refused with 413, and the next request is taken', () => {
  test.each<[string, BodyInit, Record<string, string>]>([
    ['as it is', `{"data":"${'x'.repeat(100_000)}"}`, {}],
    ['in gzip', gzipSync(bomb), { 'content-encoding': 'gzip' }],
    ['in Brotli', brotliCompressSync(bomb), { 'content-encoding': 'br' }],
    ['many times the limit', 'x'.repeat(2_000_000), {}],
  ])('%s', async (_form, body, headers) => {
    const { post, handle, url } = await openEndpoint(small);
    const sending = post(body, { ...asJson, ...headers });
    const answer = await sending.catch(() => null);
    // A client that is still sending may see the connection end before it reads why.
    if (answer !== null) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([413, '60']);
      expect(answer.body.error).toMatchObject({ code: 100, message: expect.stringContaining('larger') });
    }
    expect(handle.problems()).toMatchObject([{ reason: expect.stringContaining('larger') }]);
    expect((await post(one, asJson, `${url}/v25.0/1/events?access_token=t`)).status).toBe(200);
  });
});

test('an encoding that nobody knows is refused with 415', async () => {
  const { post } = await openEndpoint();
  expect((await post(one, { ...asJson, 'content-encoding': 'pack200' })).status).toBe(415);
});

test('more requests than can wait are told to come again with 429, and are taken when the others are stored', async () => {
  const { post, handle } = await openEndpoint({ limits: { waitingRequests: 3 } });
  const stored = Promise.withResolvers<void>();
  const { add } = handle.sink;
  let waiting = 0;
  handle.sink.add = async (facts) => {
    waiting += facts.filter(({ kind }) => kind === 'server-record').length;
    await stored.promise;
    await add(facts);
  };
  const first = [post(one, asJson), post(one, asJson), post(one, asJson)];
  await eventually(() => waiting === 3, { withinMs: 5_000 });
  const { status, headers, body } = await post(one, asJson);
  expect([status, headers.get('retry-after')]).toEqual([429, '1']);
  expect(body.error).toMatchObject({ code: 4, is_transient: true });
  stored.resolve();
  expect((await Promise.all(first)).map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect((await post(one, asJson)).status).toBe(200);
  expect(handle.records()).toHaveLength(4);
  await eventually(() => handle.problems().length === 1, { withinMs: 5_000 });
  expect(handle.problems()).toMatchObject([{ reason: expect.stringContaining('1 request got 429') }]);
});

test('more bytes than can wait are told to come again with 429', async () => {
  const { post } = await openEndpoint({ limits: { waitingBytes: 1000 } });
  expect((await post(JSON.stringify({ data: [purchase('a', { note: 'x'.repeat(2000) })] }), asJson)).status).toBe(429);
  expect((await post(one, asJson)).status).toBe(200);
});

test.each([
  ['its headers', 'POST /v25.0/1/events HTTP/1.1\r\nHost: localhost\r\nX-Slow:'],
  ['its body', 'POST /v25.0/1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{'],
])('a sender that never ends %s is cut off', async (_what, begun) => {
  const { port, post } = await openEndpoint({ limits: { headersWithinMs: 200, requestWithinMs: 300 } });
  expect(await rawExchange(port, begun, 20_000)).toMatch(/^HTTP\/1\.1 408 /);
  expect((await post(one, asJson)).status).toBe(200);
});

test('hundreds of connections that say nothing do not keep a good request out', async () => {
  const { port, post } = await openEndpoint();
  const sockets = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  for (const socket of sockets) socket.write('POST /v25.0/1/events HTTP/1.1\r\n');
  expect((await post(one, asJson)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test('a sender that goes away in the middle of its body is a problem of the session, and nothing else', async () => {
  const { port, post, handle } = await openEndpoint();
  const socket = connect(port, '127.0.0.1');
  socket.end('POST /v25.0/1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"data"');
  await eventually(() => handle.problems().length === 1, { withinMs: 5_000 });
  expect(handle.problems()).toMatchObject([{ reason: expect.stringContaining('went away') }]);
  expect((await post(one, asJson)).status).toBe(200);
});

test('a connection is used again after every kind of answer', async () => {
  const { port } = await openEndpoint();
  const head = (method: string, path: string, body = '') =>
    `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const all = [
    head('POST', '/v25.0/1/events?access_token=t', one),
    head('POST', '/v25.0/1/events?access_token=t', '{'),
    head('GET', '/v25.0/1/events'),
    head('HEAD', '/'),
    head('OPTIONS', '/v25.0/1/events'),
    head('DELETE', '/v25.0/1?access_token=t'),
    `${head('POST', '/v25.0/1/events?access_token=t', one).replace('Host', 'Connection: close\r\nHost')}`,
  ];
  const answers = await rawExchange(port, all.join(''));
  expect([...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual([
    '200',
    '400',
    '400',
    '400',
    '200',
    '400',
    '200',
  ]);
});
