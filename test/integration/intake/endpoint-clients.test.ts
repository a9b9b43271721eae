/** Real clients against the test endpoint: Meta's Node SDK, curl and plain fetch, in the forms that they have. */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../shared/model/json.ts';
import { eventTime, payload, purchase } from '../../support/capi.ts';
import { asJson, openEndpoint } from '../../support/open-endpoint.ts';

function sdkFor(url: string) {
  const sdk = createRequire(import.meta.url)('facebook-nodejs-business-sdk');
  Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { get: () => url, configurable: true });
  const event = (eventId: string) =>
    new sdk.ServerEvent()
      .setEventName('Purchase')
      .setEventTime(eventTime)
      .setEventId(eventId)
      .setActionSource('website')
      .setUserData(
        new sdk.UserData().setEmail('John_Smith@gmail.com').setClientIpAddress('203.0.113.7').setClientUserAgent('UA'),
      )
      .setCustomData(new sdk.CustomData().setValue(19.9).setCurrency('EUR'));
  const request = (...ids: string[]) =>
    new sdk.EventRequest('secretQ9', '1234567890', ids.map(event), 'agent', 'TEST1');
  return { sdk, event, request };
}

describe('Meta’s own Node SDK', () => {
  test('is content with the answer, and what it sent is read', async () => {
    const { url, events, handle } = await openEndpoint();
    const response = await sdkFor(url).request('order-1').setAppSecret('appQ9').execute();
    expect(response.events_received).toBe(1);
    expect(response.fbtrace_id).toMatch(/^A/);
    expect(events()).toMatchObject([
      {
        eventId: 'order-1',
        datasetId: '1234567890',
        outcome: 'accepted',
        testEventCode: 'TEST1',
        isRehearsed: true,
        other: { partner_agent: 'agent' },
        customData: { value: 19.9, currency: 'EUR' },
        userData: { em: [expect.stringMatching(/^62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f/)] },
      },
    ]);
    expect(handle.records()[0]?.userAgent).toMatch(/^fbbizsdk-nodejs-v/);
    expect(handle.records()[0]?.body).toContain('"appsecret_proof":"REDACTED"');
    expect(JSON.stringify(handle.facts)).not.toMatch(/secretQ9|appQ9/);
  });

  test('reports our refusal as Graph’s', async () => {
    const { url, events } = await openEndpoint();
    const { sdk } = sdkFor(url);
    const event = new sdk.ServerEvent()
      .setEventName('Lead')
      .setEventTime(eventTime)
      .setUserData(new sdk.UserData().setEmail('a@b.example'));
    const sending = new sdk.EventRequest('secretQ9', '1234567890', [event]).execute();
    await expect(sending).rejects.toMatchObject({ status: 400, response: { code: 100, error_subcode: 2804019 } });
    expect(events()).toMatchObject([{ outcome: 'rejected', rejection: { subcode: 2804019 } }]);
  });

  test('sends many requests at once, and each event is stored once', async () => {
    const { url, events } = await openEndpoint();
    const { request } = sdkFor(url);
    const ids = Array.from({ length: 60 }, (_, n) => `order-${n}`);
    const answers = await Promise.all(ids.map((id) => request(id).execute()));
    expect(answers.every(({ events_received }) => events_received === 1)).toBe(true);
    expect(
      events()
        .map(({ eventId }) => eventId)
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('sends a list of events in batches of its own', async () => {
    const { url, events, handle } = await openEndpoint();
    const { sdk, event } = sdkFor(url);
    const all = Array.from({ length: 25 }, (_, n) => event(`order-${n}`));
    await new sdk.BatchProcessor(10, 2).processEvents(new sdk.EventRequest('secretQ9', '1234567890'), all);
    expect(handle.records()).toHaveLength(3);
    expect(new Set(events().map(({ eventId }) => eventId)).size).toBe(25);
  });

  test('posts Graph batches, and gets each call’s answer', async () => {
    const { url, events, handle } = await openEndpoint();
    const { sdk } = sdkFor(url);
    const api = sdk.FacebookAdsApi.init('secretQ9');
    const batch = new sdk.FacebookAdsApiBatch(api);
    const answers: number[] = [];
    for (const [id, fields] of [
      ['a', {}],
      ['b', { event_time: null }],
    ] as const) {
      const params = { data: JSON.stringify([purchase(id, fields)]) };
      const keep = (answer: { _code?: number; status?: number }) =>
        void answers.push(Number(answer._code ?? answer.status));
      batch.add('POST', ['1234567890', 'events'], params, undefined, keep, keep);
    }
    await batch.execute();
    expect(answers).toEqual([200, 400]);
    expect(events().map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
      ['a', 'accepted'],
      ['b', 'rejected'],
    ]);
    expect(handle.records().map(({ place }) => place)).toEqual(['request 1 part 1', 'request 1 part 2']);
    expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
  });
});

const run = promisify(execFile);
const list = JSON.stringify([purchase('order-1')]);

describe('curl', () => {
  test.each([
    ['a form', ['--data-urlencode', `data=${list}`, '-d', 'access_token=secretQ9']],
    ['a multipart form', ['-F', `data=${list}`, '-F', 'access_token=secretQ9']],
    ['JSON with a bearer token', ['--json', payload(purchase('order-1')), '-H', 'Authorization: Bearer secretQ9']],
    ['all in the address', ['-G', '-X', 'POST', '--data-urlencode', `data=${list}`, '-d', 'access_token=secretQ9']],
    ['HTTP/1.0', ['-0', '-F', `data=${list}`, '-F', 'access_token=secretQ9']],
    ['chunks', ['-H', 'Transfer-Encoding: chunked', '-F', `data=${list}`, '-F', 'access_token=secretQ9']],
    ['expecting to continue', ['-H', 'Expect: 100-continue', '-F', `data=${list}`, '-F', 'access_token=secretQ9']],
  ])('sends %s', async (_form, args) => {
    const { url, events, handle } = await openEndpoint();
    const { stdout } = await run('curl', ['-sS', '--max-time', '20', ...args, `${url}/v25.0/1234567890/events`]);
    expect(JSON.parse(stdout)).toMatchObject({ events_received: 1 });
    expect(events()).toMatchObject([{ eventId: 'order-1', outcome: 'accepted' }]);
    expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
  });
});

test('fetch sends a thousand events in gzip, and the answer counts them', async () => {
  const { post, events } = await openEndpoint();
  const all = Array.from({ length: 1000 }, (_, n) => purchase(`order-${n}`));
  const { status, body } = await post(gzipSync(payload(...all)), { ...asJson, 'content-encoding': 'gzip' });
  expect([status, body.events_received]).toEqual([200, 1000]);
  expect(events()).toHaveLength(1000);
});

test('fetch sends a thousand and one, and none is taken', async () => {
  const { post, events } = await openEndpoint();
  const all = Array.from({ length: 1001 }, (_, n) => purchase(`order-${n}`));
  const { status, body } = await post(payload(...all), asJson);
  expect([status, (body.error as JsonObject).code]).toEqual([400, 100]);
  expect(events().every(({ outcome }) => outcome === 'rejected')).toBe(true);
});
