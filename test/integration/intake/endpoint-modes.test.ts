/** What the test endpoint's modes do: strict and lenient, answered here or passed on to Meta (a local stand-in). */
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../../electron/core/pipeline.ts';
import { defaultEndpointMode } from '../../../shared/model/session.ts';
import { eventTime, payload, purchase } from '../../support/capi.ts';
import { startGraphStandIn } from '../../support/graph-stand-in.ts';
import { asJson, openEndpoint } from '../../support/open-endpoint.ts';

const lenient = { mode: () => ({ ...defaultEndpointMode, validation: 'lenient' as const }) };
/** An address at which nobody listens any more. */
async function closedEndpoint(): Promise<string> {
  const { url, close } = await openEndpoint();
  await close();
  return url;
}

const bad = payload(purchase('a'), purchase('b', { event_time: eventTime - 864_000 }));

test('lenient takes what Graph would refuse, says so to the sender, and the session has it as a finding', async () => {
  const { post, events, handle } = await openEndpoint(lenient);
  const { status, body } = await post(bad, asJson);
  expect(status).toBe(200);
  expect(body).toMatchObject({ events_received: 2, messages: [expect.stringContaining('100/2804003')] });
  expect(events().map(({ eventId, outcome }) => [eventId, outcome])).toEqual([
    ['a', 'accepted'],
    ['b', 'accepted'],
  ]);
  const { findings } = createPipeline().take(handle.facts);
  const codes = findings.filter(({ code }) => code === 'request.invalid');
  expect(codes).toMatchObject([{ detail: expect.stringContaining("['data'][1]") }]);
});

test('lenient takes a request without a token', async () => {
  const { post, url, events } = await openEndpoint(lenient);
  const { status, body } = await post(payload(purchase('a')), asJson, `${url}/v25.0/1/events`);
  expect([status, body.messages]).toEqual([200, [expect.stringContaining('(190)')]]);
  expect(events()).toHaveLength(1);
});

test('lenient refuses what holds no events at all', async () => {
  const { post } = await openEndpoint(lenient);
  expect((await post('{', asJson)).status).toBe(400);
});

test('the mode can change between two requests', async () => {
  const mode = { ...defaultEndpointMode };
  const { post } = await openEndpoint({ mode: () => mode });
  expect((await post(bad, asJson)).status).toBe(400);
  mode.validation = 'lenient';
  expect((await post(bad, asJson)).status).toBe(200);
});

describe('passing on to Meta', () => {
  const forwarding = (graphUrl: string) => ({ graphUrl, mode: () => ({ ...defaultEndpointMode, forward: true }) });

  test('the request goes on as it came, with its token, and Meta’s answer comes back', async () => {
    const answer = { events_received: 1, messages: ['of Meta'], fbtrace_id: 'AMeta' };
    const graph = await startGraphStandIn({ status: 200, body: answer, headers: { 'x-app-usage': '{"calls":1}' } });
    const { post, events, handle } = await openEndpoint(forwarding(graph.url));
    const bytes = gzipSync(payload(purchase('order-1')));
    const headers = { ...asJson, 'content-encoding': 'gzip', 'user-agent': 'shop/1', authorization: 'Bearer headerQ9' };
    const reply = await post(bytes, headers);
    expect(reply).toMatchObject({ status: 200, body: answer });
    expect(reply.headers.get('x-app-usage')).toBe('{"calls":1}');
    expect(graph.received).toMatchObject([
      {
        method: 'POST',
        url: '/v25.0/1234567890/events?access_token=secretQ9',
        headers: { 'content-encoding': 'gzip', 'user-agent': 'shop/1', authorization: 'Bearer headerQ9' },
      },
    ]);
    expect(graph.received[0]?.bytes.equals(bytes)).toBe(true);
    expect(events()).toMatchObject([{ eventId: 'order-1', outcome: 'accepted' }]);
    expect(events()[0]).not.toHaveProperty('isRehearsed');
    expect(handle.records()).toMatchObject([{ delivery: 'forwarded' }]);
    expect(JSON.stringify(handle.facts)).not.toMatch(/secretQ9|headerQ9/);
  });

  test('Meta’s refusal is the answer, and the token that it repeats is not stored', async () => {
    const error = { message: 'Malformed access token secretQ9', type: 'OAuthException', code: 190, fbtrace_id: 'A1' };
    const graph = await startGraphStandIn({ status: 401, body: { error } });
    const { post, events, handle } = await openEndpoint(forwarding(graph.url));
    expect(await post(payload(purchase('a')), asJson)).toMatchObject({ status: 401, body: { error } });
    expect(events()).toMatchObject([{ outcome: 'rejected', rejection: { code: 190 } }]);
    expect(JSON.stringify(handle.facts)).not.toContain('secretQ9');
  });

  test.each<[string, () => Promise<string>, string]>([
    ['nobody answers', closedEndpoint, 'ECONNREFUSED'],
    ['the connection is cut', async () => (await startGraphStandIn(null)).url, 'UND_ERR_SOCKET'],
  ])('where %s, the sender is told to try again and the session has the reason', async (_what, graphUrl, reason) => {
    const { post, events, handle } = await openEndpoint(forwarding(await graphUrl()));
    const { status, headers, body } = await post(payload(purchase('a')), asJson);
    expect([status, headers.get('retry-after')]).toEqual([503, '2']);
    expect(body.error).toMatchObject({ code: 2, is_transient: true, error_user_msg: expect.stringContaining(reason) });
    expect(handle.answers()).toMatchObject([{ status: null, body: reason }]);
    expect(events()).toMatchObject([{ eventId: 'a', outcome: 'logged', answer: reason }]);
  });

  test('events go on even where they cannot be stored', async () => {
    const graph = await startGraphStandIn({ status: 200, body: { events_received: 1 } });
    const { post, handle } = await openEndpoint(forwarding(graph.url));
    handle.isFull = true;
    expect((await post(payload(purchase('a')), asJson)).status).toBe(200);
    expect(graph.received).toHaveLength(1);
  });

  test('each call of a batch gets its own answer of Meta’s', async () => {
    const call = (id: string) => ({
      method: 'POST',
      relative_url: '77/events',
      body: `data=${encodeURIComponent(JSON.stringify([purchase(id)]))}`,
    });
    const refused = { code: 400, body: '{"error":{"code":100,"error_subcode":2804003,"message":"Invalid parameter"}}' };
    const graph = await startGraphStandIn({
      status: 200,
      body: [{ code: 200, body: '{"events_received":1}' }, refused],
    });
    const { post, url, events } = await openEndpoint(forwarding(graph.url));
    const form = new URLSearchParams({ batch: JSON.stringify([call('a'), call('b')]), access_token: 'secretQ9' });
    expect((await post(form, {}, `${url}/v25.0/`)).body).toMatchObject([{ code: 200 }, { code: 400 }]);
    expect(graph.received[0]?.url).toBe('/v25.0/');
    expect(events().map(({ outcome }) => outcome)).toEqual(['accepted', 'rejected']);
  });

  test('nothing goes on by itself', async () => {
    const graph = await startGraphStandIn({ status: 200, body: {} });
    const { post } = await openEndpoint({ graphUrl: graph.url });
    await post(payload(purchase('a')), asJson);
    expect(graph.received).toEqual([]);
  });
});
