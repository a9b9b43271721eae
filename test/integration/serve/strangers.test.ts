/** Browser mode against everyone who is not the page with this run's token: they get files at most, never data. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { type HostOptions, startHost } from '../../../electron/core/serve/loopback-host.ts';
import { createClient } from '../../../shared/api/client.ts';
import { greeting, MAX_FRAME_BYTES, SOCKET_PATH } from '../../../shared/api/handshake.ts';
import { socketChannel } from '../../../shared/api/socket-channel.ts';
import { cannedCore, change, outputs } from '../../support/canned-core.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';
import { openSocket } from '../../support/transports.ts';

const PAGE = '<!doctype html><title>Twinlane</title>';

async function aHost(options: Partial<HostOptions> = {}) {
  const folder = temporaryFolder();
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), PAGE);
  writeFileSync(join(rendererDir, 'assets', 'index.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  const core = cannedCore();
  const host = await startHost({ core, port: 0, rendererDir, ...options });
  onTestFinished(() => host.close());
  return { core, host, token: new URL(host.url).hash.slice('#token='.length) };
}

type Ask = { method?: string; path?: string; headers?: Record<string, string> };

/** Sends the path as it stands: fetch would tidy `..` away. */
async function ask(port: number, { method = 'GET', path = '/', headers = {} }: Ask) {
  const sent = request({ host: '127.0.0.1', port, method, path, headers });
  sent.end();
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

type Knock = { headers?: Record<string, string>; origin?: string; path?: string };

/** What a WebSocket gets before it has said anything: an HTTP refusal, or an open socket. */
function knock(port: number, { path = SOCKET_PATH, origin, headers = {} }: Knock): Promise<number | WebSocket> {
  const options = origin === undefined ? { headers } : { headers, origin };
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
  });
}

/** Opens a socket as our page would, sends `first`, and tells how it ended and what was said to it. */
async function greetWith(port: number, first: string | Buffer | null) {
  const socket = await knock(port, { origin: `http://127.0.0.1:${port}` });
  if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}.`);
  const heard: string[] = [];
  socket.on('message', (bytes) => heard.push(String(bytes)));
  if (first !== null) socket.send(first);
  const [code] = (await once(socket, 'close')) as [number];
  return { code, heard };
}

describe('files of the view', () => {
  it('are given to our own page, with the policy and the other guards on them', async () => {
    const { host } = await aHost();
    const page = await ask(host.port, {});
    expect(page.status).toBe(200);
    expect(page.body).toBe(PAGE);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ws://127.0.0.1:${host.port}`);
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('come with the right type, and HEAD tells the same without them', async () => {
    const { host } = await aHost();
    const script = await ask(host.port, { path: '/assets/index.js?v=1' });
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const head = await ask(host.port, { path: '/assets/index.js', method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe('10');
  });

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/./../secret.js',
    '//secret.js',
    '/nothing.js',
    '/assets',
    'http://127.0.0.1/../secret.js',
  ])('are all that a path can reach: %s is not found', async (path) => {
    const { host } = await aHost();
    const answer = await ask(host.port, { path });
    expect(answer).toMatchObject({ status: 404, body: 'There is nothing here.\n' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
    'are refused under the rebound address %s',
    async (address) => {
      const { host } = await aHost();
      expect(await ask(host.port, { headers: { host: address } })).toMatchObject({ status: 403 });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('are refused to the method %s', async (method) => {
    const { host } = await aHost();
    const answer = await ask(host.port, { method });
    expect(answer).toMatchObject({ status: 405 });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });

  it('are refused to scripts of other sites', async () => {
    const { host } = await aHost();
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(await ask(host.port, { path: '/assets/index.js', headers })).toMatchObject({ status: 403 });
  });
});

describe('the socket', () => {
  it.each([
    ['no Origin', {}],
    ['a foreign Origin', { origin: 'http://evil.example' }],
    ['the Origin of another port', { origin: 'http://127.0.0.1:1' }],
    ['the opaque Origin', { origin: 'null' }],
  ])('is refused to %s', async (_who, knocker) => {
    const { core, host } = await aHost();
    expect(await knock(host.port, knocker)).toBe(403);
    expect(core.listeners()).toBe(0);
  });

  it('is refused to a rebound address even with the right token', async () => {
    const { host } = await aHost();
    const headers = { host: `evil.example:${host.port}` };
    expect(await knock(host.port, { origin: `http://evil.example:${host.port}`, headers })).toBe(403);
    expect(await knock(host.port, { origin: `http://127.0.0.1:${host.port}`, headers })).toBe(403);
  });

  it('opens at one path only', async () => {
    const { host } = await aHost();
    expect(await knock(host.port, { origin: `http://127.0.0.1:${host.port}`, path: '/' })).toBe(404);
  });

  it.each([
    ['a wrong token', greeting('wrong')],
    ['an empty token', greeting('')],
    ['a call in place of the greeting', JSON.stringify({ frame: 'call', id: 1, name: 'session.snapshot', input: {} })],
    ['a binary greeting', Buffer.from(greeting('wrong'))],
    ['noise', '\u0000{'],
  ])('closes with 4401 on %s and has said nothing', async (_what, first) => {
    const { core, host } = await aHost();
    expect(await greetWith(host.port, first)).toEqual({ code: 4401, heard: [] });
    expect(core.seen).toEqual([]);
    expect(core.listeners()).toBe(0);
  });

  it('closes with 4401 on one who says nothing, and no push reached them', async () => {
    const { core, host } = await aHost({ greetingMs: 50 });
    const ended = greetWith(host.port, null);
    core.push('session.changed', change(1));
    expect(await ended).toEqual({ code: 4401, heard: [] });
  });

  it('a call that follows a wrong greeting at once is not run', async () => {
    const { core, host } = await aHost();
    const socket = await knock(host.port, { origin: `http://127.0.0.1:${host.port}` });
    if (typeof socket === 'number') throw new Error('refused');
    socket.send(greeting('wrong'));
    socket.send(JSON.stringify({ frame: 'call', id: 1, name: 'session.stop', input: {} }));
    await once(socket, 'close');
    expect(core.seen).toEqual([]);
  });

  it('ends a guest whose frame is larger than any call, and serves the others on', async () => {
    const { host, token } = await aHost();
    const [loud, calm] = [await openSocket(host.port, token), await openSocket(host.port, token)];
    loud.on('error', () => undefined);
    loud.send('x'.repeat(MAX_FRAME_BYTES + 1));
    const [code] = await once(loud, 'close');
    expect(code).toBe(1009);
    expect(await createClient(socketChannel(calm)).call('app.describe', {})).toEqual(outputs['app.describe']);
  });

  it('serves several guests at once, each with its own answers and all with every push', async () => {
    const { core, host, token } = await aHost();
    const sockets = await Promise.all([openSocket(host.port, token), openSocket(host.port, token)]);
    const clients = sockets.map((socket) => createClient(socketChannel(socket)));
    const heard: string[] = [];
    clients.forEach((client, index) => {
      client.onPush((...[name]) => {
        heard.push(`${index} ${name}`);
      });
    });
    await Promise.all(clients.map((client) => client.call('app.describe', {})));
    core.push('session.changed', change(1));
    await eventually(() => heard.length === 2, { withinMs: 5000 });
    expect(heard.sort()).toEqual(['0 session.changed', '1 session.changed']);
  });
});

describe('the host', () => {
  it('listens on loopback only and gives the token in the fragment of its address', async () => {
    const { host, token } = await aHost();
    const url = new URL(host.url);
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.search).toBe('');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('says which port is taken', async () => {
    const { host } = await aHost();
    const second = startHost({ core: cannedCore(), port: host.port, rendererDir: '.' });
    await expect(second).rejects.toMatchObject({
      code: 'port-taken',
      message: `Port ${host.port} is taken by another program; choose another one, or 0 for any.`,
    });
  });

  it('survives a peer that vanishes in the middle of its upgrade', async () => {
    const { host } = await aHost();
    const peer = connect(host.port, '127.0.0.1');
    await once(peer, 'connect');
    peer.write(`GET ${SOCKET_PATH} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nUpgrade: websocket\r\n`);
    peer.write('Connection: Upgrade\r\nOrigin: http://evil.example\r\n\r\n');
    peer.resetAndDestroy();
    expect(await ask(host.port, {})).toMatchObject({ status: 200 });
  });

  it('frees its port and ends its guests when it closes', async () => {
    const { core, host, token } = await aHost();
    const socket = await openSocket(host.port, token);
    const ended = once(socket, 'close');
    await host.close();
    expect((await ended)[0]).toBe(1001);
    expect(core.listeners()).toBe(0);
    const again = await startHost({ core, port: host.port, rendererDir: '.' });
    await again.close();
  });
});
