/** A proxy in a process of its own to be attacked: how to throw bytes at it, and how to see that it still does its work. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { type Answer, send, tunnel } from './capture-proxy.ts';
import { rawExchange } from './open-endpoint.ts';

export type HostileProxy = {
  port: number;
  /** `host:port` of a plain site that answers every request with its path. */
  site: string;
  /** Paths that the site was asked for. */
  asked: string[];
  /** Writes the bytes and reads what comes until the other side ends, or for so long. */
  plain(bytes: string | Buffer, withinMs?: number): Promise<string>;
  /** The same inside of TLS, in a tunnel to that host. */
  secure(bytes: string | Buffer, host?: string, withinMs?: number): Promise<string>;
  openSecure(host?: string): Promise<Socket>;
  /** A page of the site and a Pixel call of that id, as a browser sends them. */
  goodPage(): Promise<Answer>;
  goodCall(id: string): Promise<Answer>;
  memory(): Promise<number>;
  isAlive(): boolean;
  /** Ends the proxy in order; the ids of all Pixel calls in its session. */
  end(): Promise<string[]>;
  kill(): void;
};

/** `proxyUrl`: where calls to Meta go in the forward mode. */
export async function startHostileProxy(
  folder: string,
  mode: 'hold' | 'forward',
  proxyUrl = '',
): Promise<HostileProxy> {
  const script = fileURLToPath(new URL('./proxy-child.ts', import.meta.url));
  const child = fork(script, [folder, mode, proxyUrl], { execArgv: ['--max-old-space-size=1024'] });
  const [{ port, certificate }] = (await once(child, 'message')) as [{ port: number; certificate: string }];
  const proxy = { port, authority: { certificate } };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume();
    response.end(`page ${request.url}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const openSecure = (host = 'www.facebook.com') => secureSocket(proxy, host);
  return {
    port,
    site,
    asked,
    plain: (bytes, withinMs = 2_000) => rawExchange(port, bytes, withinMs),
    secure: async (bytes, host, withinMs = 2_000) => exchange(await openSecure(host), bytes, withinMs),
    openSecure,
    goodPage: () => send(proxy, `http://${site}/good`),
    goodCall: (id) => send(proxy, `https://www.facebook.com/tr/?id=1&ev=Lead&eid=${id}`),
    memory: async () => {
      child.send('memory');
      const [{ rss }] = (await once(child, 'message')) as [{ rss: number }];
      return rss;
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    end: async () => {
      child.disconnect();
      await once(child, 'exit');
      return pixelIdsIn(join(folder, 'hostile.twinlane'));
    },
    kill: () => stop(child, server),
  };
}

function stop(child: ChildProcess, server: ReturnType<typeof createServer>): void {
  child.kill('SIGKILL');
  server.close().closeAllConnections();
}

async function secureSocket(
  proxy: { port: number; authority: { certificate: string } },
  host: string,
): Promise<Socket> {
  const { socket } = await tunnel(proxy, `${host}:443`);
  const secure = connectTls({ socket, servername: host, ca: proxy.authority.certificate, ALPNProtocols: ['http/1.1'] });
  await once(secure, 'secureConnect');
  return secure;
}

export function exchange(socket: Socket, bytes: string | Buffer, withinMs: number): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(withinMs, end);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', end).on('end', end).on('close', end);
    socket.write(bytes);
  });
}

/** Sends it all, says that no more will come, and waits for the other side to end. */
export function throwAt(port: number, bytes: Buffer, patienceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.end(bytes));
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('data', () => undefined);
    socket.on('end', () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}

function pixelIdsIn(path: string): string[] {
  const session = openSessionFile(path, { mode: 'read-only' });
  const urls = [...session.facts()].flatMap((fact) => (fact.kind === 'browser-call' ? [fact.url] : []));
  session.close();
  return urls.map((url) => /[?&]eid=([\w-]+)/.exec(url)?.[1] ?? '');
}
