/** The proxy behind another proxy, over connections that break, and with sites whose certificates nobody signed. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { connect as connectTls } from 'node:tls';
import { generateCACertificate, getLocal } from 'mockttp';
import { expect, onTestFinished, test } from 'vitest';
import { createTrustedHosts } from '../../electron/core/capture/trusted-hosts.ts';
import { openRoute } from '../../electron/core/capture/upstream-route.ts';
import { send, startTestProxy, type TestProxy, tunnel } from '../support/capture-proxy.ts';
import { startFakeInternet } from '../support/fake-internet.ts';

const auth = `Basic ${Buffer.from('ann:pass:word').toString('base64')}`;

type Asked = { method: string; url: string; auth: string | undefined };

/** A proxy of a company: asks for a password, tunnels and forwards, all to one place. */
async function startCorporateProxy(target: () => number, status = 200): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const note = ({ method = '', url = '', headers }: IncomingMessage) => {
    asked.push({ method, url, auth: headers['proxy-authorization'] });
    return headers['proxy-authorization'] === auth && status === 200;
  };
  const server = createServer((incoming, outgoing) => {
    outgoing.writeHead(note(incoming) ? 200 : 407).end('through the company');
  });
  server.on('connect', (incoming, client: Socket) => {
    if (!note(incoming)) return void client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const onward = connect(target(), '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    onward
      .on('error', () => client.destroy())
      .pipe(client)
      .on('error', () => onward.destroy())
      .pipe(onward);
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, asked };
}

async function listen(server: TcpServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Says hello to whoever says something. */
function greeter() {
  return createTcpServer(
    (socket) => void socket.on('error', () => socket.destroy()).once('data', () => socket.end('hello')),
  );
}

async function greeting(proxy: TestProxy, authority: string): Promise<string> {
  const { status, socket } = await tunnel(proxy, authority);
  if (status !== 200) return `refused with ${status}`;
  socket.write('who is there?');
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return bytes.toString();
}

test('tunnels, plain requests and decrypted calls all take the way through the proxy of the network, with its password', async () => {
  const hello = await listen(greeter());
  const internet = await startFakeInternet();
  let target = hello;
  const company = await startCorporateProxy(() => target);
  const route = await openRoute(company.url, { TWINLANE_PROXY_AUTH: 'ann:pass:word' });
  const proxy = await startTestProxy('forward', {
    route,
    upstream: { trustedCertificates: [internet.certificate] },
  });
  expect(await greeting(proxy, 'shop.example:443')).toBe('hello');
  expect((await send(proxy, 'http://shop.example/cart?a=1')).body.toString()).toBe('through the company');
  target = Number(new URL(internet.proxyUrl).port);
  const answer = await send(proxy, 'https://www.facebook.com/tr/?id=1234567890&ev=PageView');
  expect(answer.body.toString()).toBe('from the internet');
  expect(company.asked).toEqual([
    { method: 'CONNECT', url: 'shop.example:443', auth },
    { method: 'GET', url: 'http://shop.example/cart?a=1', auth },
    { method: 'CONNECT', url: 'www.facebook.com:443', auth },
  ]);
  expect(JSON.stringify(proxy.handle.facts)).not.toContain('pass');
});

test('what the proxy of the network refuses is told to the client, and loopback never asks it', async () => {
  const hello = await listen(greeter());
  const company = await startCorporateProxy(() => hello, 407);
  const proxy = await startTestProxy('hold', { route: await openRoute(company.url, {}) });
  expect(await greeting(proxy, 'shop.example:443')).toBe('refused with 502');
  expect(await greeting(proxy, `localhost:${hello}`)).toBe('hello');
  expect(company.asked).toHaveLength(1);
});

test('connections that were cut on the way (sleep, another VPN) are made anew for the next request', async () => {
  const sockets = new Set<Socket>();
  const site = createServer((_, outgoing) => outgoing.end('the shop'));
  site.on('connection', (socket: Socket) => void sockets.add(socket));
  const port = await listen(site);
  const internet = await startFakeInternet();
  const meta = new Set<Socket>();
  const relay = createServer().on('connect', (_incoming: IncomingMessage, client: Socket) => {
    const onward = connect(Number(new URL(internet.proxyUrl).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.write('CONNECT www.facebook.com:443 HTTP/1.1\r\nHost: www.facebook.com:443\r\n\r\n');
      onward.once('data', () => onward.pipe(client));
      client.pipe(onward);
    });
    for (const socket of [client, onward]) meta.add(socket.on('error', () => socket.destroy()));
  });
  const proxy = await startTestProxy('forward', {
    upstream: { proxyUrl: `http://127.0.0.1:${await listen(relay)}`, trustedCertificates: [internet.certificate] },
  });
  const plain = async () => (await send(proxy, `http://localhost:${port}/`)).body.toString();
  const pixel = async () => (await send(proxy, 'https://www.facebook.com/tr/?id=1&ev=PageView')).status;
  expect([await plain(), await pixel()]).toEqual(['the shop', 200]);
  for (const socket of [...sockets, ...meta]) socket.resetAndDestroy();
  expect([await plain(), await pixel()]).toEqual(['the shop', 200]);
});

test('a gateway with a certificate of its own making is refused until its host is trusted, on loopback never', async () => {
  const { cert, key } = await generateCACertificate();
  const gateway = getLocal({ https: { cert, key }, recordTraffic: false });
  await gateway.start();
  onTestFinished(() => gateway.stop());
  await gateway.forAnyRequest().thenReply(200, 'the gateway');
  const company = await startCorporateProxy(() => gateway.port);
  const trusted = createTrustedHosts({ decrypted: ['gateway.localhost'] });
  const proxy = await startTestProxy('forward', {
    firstParty: ['track.shop.test', 'gateway.localhost'],
    route: await openRoute(company.url, { TWINLANE_PROXY_AUTH: 'ann:pass:word' }),
    upstream: { exceptions: trusted.exceptions },
  });
  const ask = (url: string) =>
    send(proxy, url).then(
      ({ body }) => body.toString(),
      () => 'cut off',
    );
  expect(await ask('https://track.shop.test/')).toBe('cut off');
  trusted.trust('https://Track.Shop.Test:443/');
  expect(await ask('https://track.shop.test/')).toBe('the gateway');
  const local = await tunnel(proxy, `gateway.localhost:${gateway.port}`);
  const secure = connectTls({ socket: local.socket, servername: 'gateway.localhost', ca: proxy.authority.certificate });
  secure.write(`GET / HTTP/1.1\r\nHost: gateway.localhost:${gateway.port}\r\nConnection: close\r\n\r\n`);
  const [bytes] = (await once(secure, 'data')) as [Buffer];
  expect(bytes.toString()).toContain('200');
  secure.destroy();
});

test('a download of a gigabyte passes a tunnel whole while memory stays flat', async () => {
  const piece = Buffer.alloc(1024 * 1024, 7);
  const pieces = 1024;
  const { cert, key } = await generateCACertificate();
  const site = createSecureServer({ cert, key }, (_, outgoing) => {
    let left = pieces;
    const pump = () => {
      while (left-- > 0) if (!outgoing.write(piece)) return void outgoing.once('drain', pump);
      outgoing.end();
    };
    pump();
  });
  const port = await listen(site);
  const proxy = await startTestProxy('hold');
  const { socket } = await tunnel(proxy, `localhost:${port}`);
  const secure = connectTls({ socket, rejectUnauthorized: false });
  secure.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
  let received = 0;
  let most = 0;
  const before = process.memoryUsage().rss;
  for await (const chunk of secure) {
    received += (chunk as Buffer).length;
    if (received % 64 === 0) most = Math.max(most, process.memoryUsage().rss);
  }
  expect(received).toBeGreaterThan(pieces * piece.length);
  expect(most - before).toBeLessThan(400 * 1024 * 1024);
});
