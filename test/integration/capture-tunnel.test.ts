import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { generateCACertificate, getLocal, type Mockttp, type MockttpOptions } from 'mockttp';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '../../shared/api/errors.ts';
import { send, startTestProxy, type TestProxy, tunnel } from '../support/capture-proxy.ts';

let shopAuthority: { cert: string; key: string };
beforeAll(async () => {
  shopAuthority = await generateCACertificate({ subject: { commonName: "The shop's own authority" } });
});

async function startShop(options: MockttpOptions = {}): Promise<Mockttp> {
  const shop = getLocal({ https: shopAuthority, recordTraffic: false, ...options });
  await shop.start();
  onTestFinished(() => shop.stop());
  await shop.forAnyRequest().thenReply(200, 'the shop');
  return shop;
}

async function secureTunnel(proxy: TestProxy, port: number, protocols: string[]): Promise<TLSSocket> {
  const { socket } = await tunnel(proxy, `localhost:${port}`);
  const secure = connectTls({ socket, servername: 'localhost', ca: shopAuthority.cert, ALPNProtocols: protocols });
  await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject));
  onTestFinished(() => void secure.destroy());
  return secure;
}

async function startPlainSite(listener: RequestListener, host = '127.0.0.1'): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => void server.closeAllConnections());
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test('a tunnelled site shows its own certificate, over HTTP/1.1 and over HTTP/2, and its calls are counted, not kept', async () => {
  const proxy = await startTestProxy('hold');
  const shop = await startShop({ http2: true });
  const plain = await secureTunnel(proxy, shop.port, ['http/1.1']);
  expect(plain.getPeerCertificate().issuer.CN).toBe("The shop's own authority");
  const secure = await secureTunnel(proxy, shop.port, ['h2']);
  expect(secure.alpnProtocol).toBe('h2');
  const session = connectHttp2(`https://localhost:${shop.port}`, { createConnection: () => secure });
  onTestFinished(() => void session.destroy());
  const stream = session.request({ ':path': '/tr/?id=1234567890&ev=Purchase' });
  const status = await new Promise((resolve, reject) => {
    stream.once('response', (headers) => resolve(headers[':status'])).once('error', reject);
  });
  expect(status).toBe(200);
  expect(proxy.handle.facts).toEqual([]);
  expect(proxy.traffic).toEqual({ other: 2, held: 0, forwarded: 0 });
});

test('WebSocket messages pass a tunnel and an upgrade request in absolute form', async () => {
  const proxy = await startTestProxy('hold');
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  server.on('connection', (socket) => socket.on('message', (message) => socket.send(`echo ${message}`)));
  const { port } = server.address() as AddressInfo;
  const { socket } = await tunnel(proxy, `localhost:${port}`);
  const viaTunnel = () => new WebSocket(`ws://localhost:${port}/`, { createConnection: () => socket });
  const viaUpgrade = () =>
    new WebSocket(`ws://127.0.0.1:${proxy.port}/`, {
      headers: { host: `localhost:${port}` },
      finishRequest: (request) => {
        request.path = `http://localhost:${port}/`;
        request.end();
      },
    });
  for (const open of [viaTunnel, viaUpgrade]) expect(await echoOf(open())).toBe('echo hello');
});

function echoOf(client: WebSocket): Promise<string> {
  onTestFinished(() => client.terminate());
  client.once('open', () => client.send('hello'));
  return new Promise((resolve, reject) => {
    client.once('message', (message) => resolve(String(message))).once('error', reject);
  });
}

test.each(['127.0.0.1', '::1'])('a site on localhost that listens on %s only is reached', async (host) => {
  const proxy = await startTestProxy('hold');
  const seen: [string | undefined, string | undefined][] = [];
  const port = await startPlainSite((request, response) => {
    seen.push([request.url, request.headers.host]);
    response.setHeader('X-Order', ['a', 'b']);
    response.end('local');
  }, host);
  const answer = await send(proxy, `http://localhost:${port}/cart?x=1`);
  expect([answer.status, answer.body.toString(), answer.headers['x-order']]).toEqual([200, 'local', 'a, b']);
  expect((await send(proxy, `http://shop.localhost:${port}/`)).status).toBe(200);
  expect(seen).toEqual([
    ['/cart?x=1', `localhost:${port}`],
    ['/', `shop.localhost:${port}`],
  ]);
  expect(proxy.handle.facts).toEqual([]);
});

test.each(['127.0.0.1', '::1'])('a first-party endpoint on localhost that listens on %s only is read', async (host) => {
  const proxy = await startTestProxy('forward', { firstParty: ['localhost'] });
  const port = await startPlainSite((_request, response) => void response.end('own endpoint'), host);
  const url = `http://localhost:${port}/tr?id=1234567890&ev=Purchase`;
  expect((await send(proxy, url)).body.toString()).toBe('own endpoint');
  expect(proxy.handle.of('browser-call').map((call) => call.url)).toEqual([url]);
});

test('a plain answer is passed on while it is still being written', async () => {
  const proxy = await startTestProxy('hold');
  let finish: () => void = () => undefined;
  const port = await startPlainSite((_request, response) => {
    response.write('first');
    finish = () => void response.end('last');
  });
  const path = `http://localhost:${port}/stream`;
  const request = httpRequest({ host: '127.0.0.1', port: proxy.port, path, headers: { host: `localhost:${port}` } });
  request.end();
  const chunks = await new Promise<string[]>((resolve, reject) => {
    const received: string[] = [];
    request.once('error', reject);
    request.once('response', (response) => {
      response.setEncoding('utf8').on('data', (chunk: string) => {
        received.push(chunk);
        if (received.length === 1) finish();
      });
      response.once('end', () => resolve(received));
    });
  });
  expect(chunks).toEqual(['first', 'last']);
});

test("the app's own ports and the proxy itself are refused in every form and by every name", async () => {
  let reached = 0;
  const port = await startPlainSite((_request, response) => {
    reached++;
    response.end('the app');
  });
  const proxy = await startTestProxy('hold', { forbiddenPorts: () => [port], firstParty: ['app.localhost'] });
  for (const host of [
    'localhost',
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'x.localhost',
    'app.localhost',
  ]) {
    expect([host, (await send(proxy, `http://${host}:${port}/`)).status]).toEqual([host, 403]);
    const { socket, status } = await tunnel(proxy, `${host}:${port}`);
    socket.destroy();
    expect([host, status]).toEqual([host, 403]);
  }
  expect((await send(proxy, `http://localhost:${proxy.port}/`)).status).toBe(403);
  const { status } = await tunnel(proxy, `localhost:${proxy.port}`);
  expect(status).toBe(403);
  expect(reached).toBe(0);
});

test('an address that does not answer is told as 502, a request that is not for a proxy as 400', async () => {
  const proxy = await startTestProxy('hold');
  const free = await startPlainSite(() => undefined);
  const closed = createTcpServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  expect(free).not.toBe(port);
  expect((await send(proxy, `http://localhost:${port}/`)).status).toBe(502);
  expect((await tunnel(proxy, `localhost:${port}`)).status).toBe(502);
  const direct = await new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: proxy.port, path: '/' });
    request.once('response', (response) => resolve(response.statusCode)).once('error', reject);
    request.end();
  });
  expect(direct).toBe(400);
});

test('a taken port is refused with a clear reason, and closing gives the port back', async () => {
  const first = await startTestProxy('hold');
  const failure = await startTestProxy('hold', { port: first.port }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Refusal);
  expect(failure).toMatchObject({ code: 'port-taken', message: expect.stringContaining(String(first.port)) });
  await first.close();
  const second = await startTestProxy('hold', { port: first.port });
  expect(second.port).toBe(first.port);
});

test('closing ends open tunnels and waits for nobody', async () => {
  const proxy = await startTestProxy('hold');
  const shop = await startShop();
  const secure = await secureTunnel(proxy, shop.port, ['http/1.1']);
  const closed = new Promise((resolve) => secure.once('close', resolve));
  secure.on('error', () => undefined);
  await proxy.close();
  await closed;
});
