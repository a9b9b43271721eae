/** The connection check over real sockets, files and certificates, and the endpoint's mode while a session runs. */
import { appendFileSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkEndpoint } from '../../electron/core/check/check-endpoint.ts';
import { createCheckMarks } from '../../electron/core/check/check-marks.ts';
import { checkProxy } from '../../electron/core/check/check-proxy.ts';
import { coreOver, createSession } from '../../electron/core/session.ts';
import { type RecordOptions, recordOptions } from '../../electron/core/session-options.ts';
import type { CallInput } from '../../shared/api/contract.ts';
import { payload, purchase } from '../support/capi.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

type Asked = Partial<CallInput<'session.record'>>;

async function recording(asked: Asked = {}, more: Partial<RecordOptions> = {}) {
  const session = createSession({ homeFolder: temporaryFolder() });
  const core = coreOver(session);
  onTestFinished(() => core.close());
  const input = {
    url: null,
    browser: 'none' as const,
    mode: 'hold' as const,
    firstParty: [],
    serverLogs: [],
    ...asked,
  };
  const { endpoint, proxy } = await session.record({ ...recordOptions(input), ...more });
  const status = () => session.desk.status.now();
  const check = async () => (await core.handlers['sources.check']({})).ways;
  const certificate = status().certificate ?? '';
  return { session, handlers: core.handlers, status, check, endpoint: endpoint ?? '', proxy, certificate };
}

const now = () => Math.floor(Date.now() / 1000);
const fresh = (id: string) => payload(purchase(id, { event_time: now() }));

describe('the connection check', () => {
  test.each(['hold', 'forward'] as const)(
    'goes through endpoint and proxy while calls are on %s, and leaves nothing in the session, however often',
    async (mode) => {
      const { check, status, handlers, endpoint, proxy } = await recording({ mode });
      const before = status();
      for (const _time of ['first', 'second', 'third']) {
        expect(await check()).toMatchObject([
          { way: 'proxy', name: proxy, state: 'ok', advice: null, lastEventAt: null },
          { way: 'endpoint', name: endpoint, state: 'ok', advice: null, lastEventAt: null },
        ]);
      }
      const { events } = await handlers['session.snapshot']({});
      expect(events).toEqual([]);
      const { otherRequests, heldCalls, forwardedCalls, inputs } = status();
      expect({ otherRequests, heldCalls, forwardedCalls, inputs }).toEqual({
        otherRequests: before.otherRequests,
        heldCalls: 0,
        forwardedCalls: 0,
        inputs: before.inputs,
      });
    },
  );

  test('tells of each log whether it can be read, grows and holds payloads', async () => {
    const folder = temporaryFolder();
    const file = (name: string) => join(folder, name);
    const logs = ['payloads.log', 'chatter.log', 'quiet.log', 'missing.log', 'folder', 'none-*.log'].map(file);
    for (const log of logs.slice(0, 3)) writeFileSync(log, 'started\n');
    const anHourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(file('quiet.log'), anHourAgo, anHourAgo);
    mkdirSync(file('folder'));
    const { check } = await recording({ serverLogs: logs });
    appendFileSync(file('payloads.log'), `${fresh('order-1')}\n`);
    appendFileSync(file('chatter.log'), 'GET /health 200\nGET /health 200\n');
    const of = async (name: string) => (await check()).find((way) => way.name === file(name));
    await eventually(async () => (await of('payloads.log'))?.state === 'ok', { withinMs: 10_000 });
    expect(await of('payloads.log')).toMatchObject({ way: 'log', lastEventAt: expect.any(Number), advice: null });
    expect(await of('chatter.log')).toMatchObject({
      state: 'waiting',
      detail: expect.stringMatching(/growing, but nothing/),
      advice: expect.stringContaining('log the body'),
    });
    expect(await of('missing.log')).toMatchObject({ state: 'failed', detail: expect.stringContaining('not there') });
    expect(await of('folder')).toMatchObject({ state: 'failed', detail: expect.stringContaining('folder') });
    expect(await of('none-*.log')).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('No file matches'),
    });
    expect(await of('quiet.log')).toMatchObject({
      state: 'waiting',
      detail: expect.stringMatching(/nothing was written.* 60 minutes old/),
    });
  });

  test('names a command that has ended and an address that does not answer, with the reason', async () => {
    const gone = await recording();
    await gone.session.stop('Enough.');
    const more = { serverLogs: ['cmd: echo gone >&2; exit 3'], polls: [{ url: `${gone.endpoint}/log`, headers: {} }] };
    const { check } = await recording({}, more);
    const failures = async () => (await check()).filter(({ state }) => state === 'failed');
    await eventually(async () => (await failures()).length === 2, { withinMs: 10_000 });
    expect(await failures()).toMatchObject([
      { way: 'log', name: 'cmd: echo gone >&2; exit 3', detail: expect.stringMatching(/status 3: gone/) },
      { way: 'log', name: `${gone.endpoint}/log`, detail: expect.stringMatching(/Polling/) },
    ]);
  });

  test('tells when each way brought its last event', async () => {
    const { check, endpoint } = await recording();
    const headers = { 'content-type': 'application/json' };
    await fetch(`${endpoint}/1/events?access_token=t`, { method: 'POST', headers, body: fresh('order-1') });
    const way = (await check()).find((each) => each.way === 'endpoint');
    expect(way).toMatchObject({ state: 'ok', lastEventAt: expect.any(Number) });
  });

  test('names an endpoint that is not there, and a program that stands in its place', async () => {
    const stranger = createServer((_request, response) => void response.end('hello'));
    await new Promise<void>((resolve) => void stranger.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    expect(await checkEndpoint(url, createCheckMarks())).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('another program'),
    });
    await new Promise((resolve) => void stranger.close(resolve));
    expect(await checkEndpoint(url, createCheckMarks())).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('ECONNREFUSED'),
      advice: expect.stringContaining('--endpoint'),
    });
  });

  test('names a certificate that is not the session’s, and says where to put the right one', async () => {
    const { proxy } = await recording();
    const { certificate } = await recording();
    const tried = await checkProxy({ url: proxy, certificatePath: certificate }, createCheckMarks());
    expect(tried).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });

  test('is refused while nothing is recorded', async () => {
    const { session, check } = await recording();
    await session.stop('Enough.');
    await expect(check()).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Start a recording'),
    });
  });

  test('a call with a mark that nobody gave out is an event like any other', async () => {
    const { endpoint, handlers } = await recording();
    const headers = { 'content-type': 'application/json', 'x-twinlane-check': 'f'.repeat(32) };
    await fetch(`${endpoint}/1/events?access_token=t`, { method: 'POST', headers, body: fresh('order-1') });
    expect((await handlers['session.snapshot']({})).events).toMatchObject([{ eventId: 'order-1' }]);
  });
});

describe('the endpoint’s mode', () => {
  const post = (endpoint: string) =>
    fetch(`${endpoint}/1/events?access_token=t`, {
      method: 'POST',
      body: `data=${JSON.stringify([{ event_name: 'Lead' }])}`,
    });

  test('is strict by itself, changes at once, and is told in the status', async () => {
    const { endpoint, handlers, status } = await recording();
    expect(status().endpointMode).toEqual({ validation: 'strict', forward: false, allow: [] });
    expect((await post(endpoint)).status).toBe(400);
    await handlers['endpoint.set-mode']({ validation: 'lenient', forward: false });
    expect(status().endpointMode).toMatchObject({ validation: 'lenient' });
    expect((await post(endpoint)).status).toBe(200);
  });

  test('passes nothing on to Meta while calls are held, and stops it when they are held again', async () => {
    const { handlers, status } = await recording();
    const forward = { validation: 'strict', forward: true } as const;
    expect(() => handlers['endpoint.set-mode'](forward)).toThrow(/held/);
    await handlers['session.set-mode']({ mode: 'forward' });
    await handlers['endpoint.set-mode'](forward);
    expect(status().endpointMode.forward).toBe(true);
    expect(status().notices).toMatchObject([{ level: 'warning', text: expect.stringContaining('goes on to Meta') }]);
    await handlers['session.set-mode']({ mode: 'hold' });
    expect(status().endpointMode.forward).toBe(false);
  });

  test('of one session is not that of the next', async () => {
    const { session, handlers, status } = await recording();
    await handlers['endpoint.set-mode']({ validation: 'lenient', forward: false });
    await session.stop('Enough.');
    await session.record(recordOptions({ url: null, browser: 'none', mode: 'hold', firstParty: [], serverLogs: [] }));
    expect(status().endpointMode.validation).toBe('strict');
  });
});
