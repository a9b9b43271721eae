/** Graph's batch requests on the test endpoint: each call stored and answered for itself. */
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../../shared/model/json.ts';
import { purchase } from '../../support/capi.ts';
import { asJson, openEndpoint } from '../../support/open-endpoint.ts';

const call = (id: string, more: JsonObject = {}, fields: JsonObject = {}) => ({
  method: 'POST',
  relative_url: 'v25.0/77/events',
  body: `data=${encodeURIComponent(JSON.stringify([purchase(id, fields)]))}`,
  ...more,
});

async function batch(calls: Json, path = '/v25.0/?access_token=secretQ9') {
  const endpoint = await openEndpoint();
  const form = new URLSearchParams({ batch: JSON.stringify(calls) });
  const { status, body } = await endpoint.post(form, {}, endpoint.url + path);
  return { ...endpoint, status, answers: body as unknown as ({ code: number; body: string } | null)[] };
}

test.each(['/?access_token=secretQ9', '/v25.0?access_token=secretQ9', '/v25.0/?access_token=secretQ9'])(
  'calls posted to %s have one answer each, in their order',
  async (path) => {
    const calls = [call('a'), { method: 'GET', relative_url: 'me' }, call('b', {}, { event_time: null }), call('c')];
    const { status, answers, events, handle } = await batch(calls, path);
    expect(status).toBe(200);
    expect(answers.map((answer) => answer?.code)).toEqual([200, 400, 400, 200]);
    expect(answers.map((answer) => JSON.parse(answer?.body ?? ''))).toMatchObject([
      { events_received: 1 },
      { error: { code: 2500 } },
      { error: { error_subcode: 2804019 } },
      { events_received: 1 },
    ]);
    expect(events().map(({ eventId, outcome, source }) => [eventId, outcome, source.at])).toEqual([
      ['a', 'accepted', 'request 1 part 1 event 1'],
      ['b', 'rejected', 'request 1 part 3 event 1'],
      ['c', 'accepted', 'request 1 part 4 event 1'],
    ]);
    expect(handle.input.records).toBe(1);
  },
);

test('each call may have its own token and dataset, and none of the tokens is stored', async () => {
  const own = call('a', { relative_url: '/88/events?access_token=ownQ9token' });
  const inBody = call('b');
  inBody.body += '&access_token=bodyQ9token';
  const { answers, events, handle } = await batch([own, inBody, call('c')], '/');
  expect(answers.map((answer) => answer?.code)).toEqual([200, 200, 401]);
  expect(events().map(({ datasetId }) => datasetId)).toEqual(['88', '77', '77']);
  expect(JSON.stringify(handle.facts)).not.toMatch(/Q9token/);
});

test('a batch as a JSON list is read, and answers come without headers where they are not wanted', async () => {
  const { post, url } = await openEndpoint();
  const body = JSON.stringify({ batch: [call('a')], access_token: 'secretQ9', include_headers: false });
  expect((await post(body, asJson, url)).body).toMatchObject([{ code: 200 }]);
  expect((await post(body, asJson, url)).body).not.toHaveProperty('0.headers');
});

test.each<[string, Json, object]>([
  ['51 calls', Array.from({ length: 51 }, () => call('a')), { type: 'GraphBatchException' }],
  ['no list', { a: 1 }, { code: 100 }],
])('a batch is refused whole: %s', async (_what, calls, error) => {
  const { status, answers, handle } = await batch(calls);
  expect([status, answers]).toMatchObject([400, { error }]);
  expect(handle.records()).toEqual([]);
});

test('a post to the root without a batch is refused in Graph’s words', async () => {
  const { post, url } = await openEndpoint();
  const { status, body } = await post('a=b', {}, url);
  expect([status, body.error]).toMatchObject([400, { code: 100, type: 'GraphMethodException' }]);
});

test('a batch that cannot be stored is to be sent again as a whole', async () => {
  const { post, url, handle } = await openEndpoint();
  handle.isFull = true;
  const form = new URLSearchParams({ batch: JSON.stringify([call('a')]), access_token: 't' });
  const { status, headers } = await post(form, {}, url);
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
});
