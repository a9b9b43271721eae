/** Which requests are the Conversions API's, and what Graph says to all others. */
import { expect, test } from 'vitest';
import { type BatchCall, readBatch, writeBatchAnswer } from '../../../shared/meta/graph-batch.ts';
import { answerUnsupported, readGraphPath } from '../../../shared/meta/graph-path.ts';
import type { Json } from '../../../shared/model/json.ts';

test.each([
  ['/v25.0/1234567890/events', '1234567890', 'v25.0'],
  ['/v2.12/1/events/', '1', 'v2.12'],
  ['/1/events', '1', null],
  ['//v26.0/1/events', '1', 'v26.0'],
])('%s takes events', (path, datasetId, version) => {
  expect(readGraphPath(path)).toEqual({ kind: 'events', datasetId, version, isGateway: false });
});

test('a gateway’s path takes events', () => {
  expect(readGraphPath('/capi/12/events')).toMatchObject({ kind: 'events', datasetId: '12', isGateway: true });
});

test.each([
  ['/', { kind: 'root', version: null }],
  ['/v25.0', { kind: 'root', version: 'v25.0' }],
  ['/v25.0/12', { kind: 'object', id: '12', version: 'v25.0' }],
  ['/me/events', { kind: 'unknown', path: '/me/events', version: null }],
  ['/v25.0/12/events/more', { kind: 'unknown', path: '/events/more', version: 'v25.0' }],
  ['/v25.0/12/ads', { kind: 'unknown', path: '/ads', version: 'v25.0' }],
  ['/v25.0/abc/events', { kind: 'unknown', path: '/abc/events', version: 'v25.0' }],
  [`/${'1'.repeat(21)}/events`, { kind: 'unknown', path: `/${'1'.repeat(21)}/events`, version: null }],
])('%s takes none', (path, target) => {
  expect(readGraphPath(path)).toEqual(target);
});

test.each([
  [
    'GET',
    '/',
    { code: 100, type: 'GraphMethodException', message: expect.stringMatching(/^Unsupported get request\. /) },
  ],
  ['HEAD', '/v25.0', { message: expect.stringMatching(/^Unsupported get request\. /) }],
  [
    'GET',
    '/v25.0/77/events',
    { code: 100, error_subcode: 33, message: expect.stringContaining("Object with ID '77'") },
  ],
  ['DELETE', '/77', { error_subcode: 33, message: expect.stringMatching(/^Unsupported delete request\. /) }],
  ['POST', '/77/ads', { code: 2500, type: 'OAuthException', message: 'Unknown path components: /ads' }],
])('%s %s is refused in Graph’s words', (method, path, error) => {
  const answer = answerUnsupported(method, readGraphPath(path));
  expect(answer).toMatchObject({ status: 400, body: { error } });
  expect(answer.body.error).toMatchObject({ fbtrace_id: expect.stringMatching(/^A[\w-]{22}$/) });
});

const call = (more: { [key: string]: Json } = {}) => ({
  method: 'POST',
  relative_url: 'v25.0/1/events?a=b',
  body: 'data=[]',
  ...more,
});

test('a batch is read, as text or as a list', () => {
  const expected = { method: 'POST', path: 'v25.0/1/events', query: 'a=b', body: 'data=[]', isQuiet: false };
  expect(readBatch({ batch: JSON.stringify([call()]) })).toEqual([expected]);
  expect(readBatch({ batch: [call()] })).toEqual([expected]);
  expect(readBatch({ batch: [{ relative_url: 'me' }] })).toMatchObject([
    { method: 'GET', path: 'me', query: '', body: '' },
  ]);
});

test.each<[string, Json, object]>([
  ['no list', 'x', { code: 100 }],
  ['an empty list', [], { code: 100 }],
  ['an element that is no object', [1], { code: 100 }],
  ['an element without address', [{ method: 'POST' }], { code: 100 }],
  ['51 calls', Array.from({ length: 51 }, () => call()), { code: null, type: 'GraphBatchException' }],
])('a batch is refused: %s', (_what, batch, error) => {
  expect(readBatch({ batch })).toMatchObject(error);
});

test('each call has its own answer, and one that is waited for is left out where it succeeds', () => {
  const calls = readBatch({
    batch: [call({ name: 'first' }), call({ depends_on: 'first' }), call({ omit_response_on_success: true })],
  }) as BatchCall[];
  const ok = { status: 200, body: { events_received: 1 } };
  const bad = { status: 400, body: { error: { code: 100 } } };
  const write = (answers: (typeof ok | typeof bad)[], withHeaders = false) =>
    writeBatchAnswer(
      calls.map((each, index) => ({ call: each, answer: answers[index] ?? ok })),
      { withHeaders },
    );
  expect(write([ok, bad, ok])).toEqual({
    status: 200,
    body: [null, { code: 400, body: '{"error":{"code":100}}' }, null],
  });
  expect(write([bad, ok, bad], true).body).toMatchObject([
    { code: 400, headers: [{ name: 'Content-Type' }] },
    { code: 200, body: '{"events_received":1}' },
    { code: 400 },
  ]);
});
