/** Starts the capturing proxy for a test, with a shared certificate authority and plain ways to send calls through it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { onTestFinished } from 'vitest';
import { type Authority, openAuthority } from '../../electron/core/capture/certificate-authority.ts';
import { type CaptureProxy, type ProxyOptions, startProxy } from '../../electron/core/capture/proxy.ts';
import type { Traffic } from '../../electron/core/capture/receive-call.ts';
import type { DeliveryMode } from '../../shared/model/session.ts';
import { type CaptureHandle, captureHandle } from './capture-handle.ts';
import type { FakeInternet } from './fake-internet.ts';

export type TestProxy = CaptureProxy & {
  handle: CaptureHandle;
  traffic: Record<Traffic, number>;
  /** Change it at any time. */
  mode: DeliveryMode;
  authority: Authority;
};

export type TestProxyOptions = Partial<
  Pick<ProxyOptions, 'firstParty' | 'forbiddenPorts' | 'upstream' | 'route' | 'handle' | 'port'>
>;

/** Call it inside a test. */
export async function startTestProxy(mode: DeliveryMode, options: TestProxyOptions = {}): Promise<TestProxy> {
  const handle = captureHandle();
  const traffic = { other: 0, held: 0, forwarded: 0 };
  const authority = await testAuthority(options.firstParty ?? []);
  const state = { mode };
  const proxy = await startProxy({
    authority,
    port: 0,
    mode: () => state.mode,
    firstParty: [],
    forbiddenPorts: () => [],
    handle,
    onTraffic: (kind) => void traffic[kind]++,
    ...options,
  });
  onTestFinished(() => proxy.close());
  return Object.assign(state, proxy, { handle, traffic, authority });
}

/** The upstream options by which calls to Meta end in the stand-in. */
export function through(internet: FakeInternet): NonNullable<ProxyOptions['upstream']> {
  return { proxyUrl: internet.proxyUrl, trustedCertificates: [internet.certificate] };
}

const authorities = new Map<string, Promise<Authority>>();

function testAuthority(firstParty: readonly string[]): Promise<Authority> {
  const name = firstParty.join();
  const made = authorities.get(name) ?? openAuthority(authorityFolder(), { firstParty });
  authorities.set(name, made);
  return made;
}

function authorityFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-test-authority-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A CONNECT tunnel through the proxy; `status` is the proxy's answer, and the socket is usable if it is 200. */
export function tunnel(proxy: { port: number }, authority: string): Promise<{ status: number; socket: Socket }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path: authority });
    request.once('connect', (answer, socket) => resolve({ status: answer.statusCode ?? 0, socket: socket as Socket }));
    request.once('error', reject);
    request.end();
  });
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
export type Sending = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** What a client has to know of a proxy. */
export type KnownProxy = { port: number; authority: Pick<Authority, 'certificate'> };

/** Sends one request to `url` through the proxy, over a tunnel and TLS for `https`, and reads the whole answer. */
export async function send(proxy: KnownProxy, url: string, sending: Sending = {}): Promise<Answer> {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  const { method = 'GET', headers = {}, body } = sending;
  if (protocol === 'http:') {
    return finish(
      httpRequest({
        host: '127.0.0.1',
        port: proxy.port,
        path: url,
        method,
        headers: { host: new URL(url).host, ...headers },
      }),
      body,
    );
  }
  const { socket, status } = await tunnel(proxy, `${hostname}:${port || 443}`);
  if (status !== 200) return { status, headers: {}, body: Buffer.alloc(0) };
  const ca = proxy.authority.certificate;
  const secure = connectTls({ socket, servername: hostname, ca });
  const createConnection = () => secure;
  const path = pathname + search;
  const request = httpsRequest({ host: hostname, method, headers, path, createConnection });
  return finish(request, body);
}

function finish(request: ReturnType<typeof httpRequest>, body: string | Buffer | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.end(body);
  });
}
