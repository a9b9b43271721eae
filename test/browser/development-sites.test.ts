/** Development sites as they are, in real browsers: certificates of their own making, HTTP/2, sockets, streams, workers. */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createProxyServer } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { generateCACertificate } from 'mockttp';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { FoundBrowser } from '../../electron/core/capture/find-browser.ts';
import { findBrowsers } from '../../electron/core/capture/find-browser.ts';
import { type LaunchedBrowser, launchBrowser } from '../../electron/core/capture/launch-browser.ts';
import { createTrustedHosts, type TrustedHosts } from '../../electron/core/capture/trusted-hosts.ts';
import { openRoute } from '../../electron/core/capture/upstream-route.ts';
import { testBrowserPath } from '../support/browser.ts';
import { captureHandle } from '../support/capture-handle.ts';
import { startTestProxy, type TestProxy } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';

const chromium: FoundBrowser = { id: 'chromium', name: 'Chromium', path: testBrowserPath() };
const firefox = findBrowsers().find(({ id }) => id === 'firefox');
const canTrust = firefox !== undefined && spawnSync('certutil', ['-H']).error === undefined;

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Everything that a page can open at once; it tells what worked by the names of Pixel events. */
const page = `<!doctype html><meta charset="utf-8"><title>the shop</title><script>
  const tell = (name) => { new Image().src = 'https://www.facebook.com/tr/?id=1234567890&ev=' + name; };
  tell('Loaded');
  new WebSocket('wss://' + location.host + '/socket').onmessage = ({ data }) => tell('Socket-' + data);
  new EventSource('/stream').onmessage = ({ data }) => tell('Stream-' + data);
  navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready).then(() => tell('Worker'));
  addEventListener('load', () => tell('Protocol-' + performance.getEntriesByType('navigation')[0].nextHopProtocol));
</script>`;

async function startSite(): Promise<number> {
  const { cert, key } = await generateCACertificate({ subject: { commonName: 'localhost' } });
  const site: Http2SecureServer = createSecureServer({ cert, key, allowHTTP1: true });
  site.on('request', (incoming, outgoing) => {
    const type = { '/worker.js': 'text/javascript', '/stream': 'text/event-stream' }[incoming.url] ?? 'text/html';
    // HTTP/3 is offered and HTTPS demanded, as production does.
    const promises = { 'alt-svc': 'h3=":443"; ma=86400', 'strict-transport-security': 'max-age=31536000' };
    outgoing.writeHead(200, { 'content-type': type, ...promises });
    if (incoming.url === '/stream') outgoing.write('data: hello\n\n');
    else outgoing.end(incoming.url === '/worker.js' ? 'onfetch = () => {};' : page);
  });
  const sockets = new WebSocketServer({ noServer: true });
  site.on('upgrade', (incoming, socket, head) => {
    sockets.handleUpgrade(incoming, socket, head, (client) => client.send('hello'));
  });
  return listening(site as unknown as Server);
}

async function launch(
  proxy: TestProxy,
  url: string,
  more: { browser?: FoundBrowser; trusted: TrustedHosts },
): Promise<LaunchedBrowser> {
  const launched = await launchBrowser({
    browser: chromium,
    proxyUrl: proxy.url,
    spki: proxy.spki,
    certificatePath: proxy.certificatePath,
    headless: true,
    url,
    watch: captureHandle('browser', 1),
    seenCalls: proxy.seenCalls,
    onExit: () => undefined,
    ...more,
  });
  onTestFinished(() => launched.close());
  return launched;
}

function told({ handle }: TestProxy): string[] {
  return handle.of('browser-call').map(({ url }) => new URL(url).searchParams.get('ev') ?? '');
}

const everything = ['Loaded', 'Protocol-h2', 'Socket-hello', 'Stream-hello', 'Worker'];

test('Chromium takes a self-made certificate on localhost, with HTTP/2, a WebSocket, a stream and a service worker', async () => {
  const port = await startSite();
  const proxy = await startTestProxy('hold');
  await launch(proxy, `https://localhost:${port}/`, { trusted: createTrustedHosts() });
  await eventually(() => everything.every((name) => told(proxy).includes(name)), { withinMs: 60_000 }).catch(
    () => undefined,
  );
  expect([...new Set(told(proxy))].sort()).toEqual(everything);
});

/** A network in which every name leads to one server. */
async function startNetwork(port: number): Promise<string> {
  const network = createProxyServer();
  network.on('connect', (_incoming, client: Socket) => {
    const onward = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    onward
      .on('error', () => client.destroy())
      .pipe(client)
      .on('error', () => onward.destroy())
      .pipe(onward);
  });
  return `http://127.0.0.1:${await listening(network)}`;
}

async function titles({ cdp }: LaunchedBrowser): Promise<string[]> {
  const found = await cdp?.send<{ targetInfos: { type: string; title: string }[] }>('Target.getTargets');
  return (found?.targetInfos ?? []).filter(({ type }) => type === 'page').map(({ title }) => title);
}

async function reload({ cdp }: LaunchedBrowser): Promise<void> {
  const found = await cdp?.send<{ targetInfos: { type: string; targetId: string }[] }>('Target.getTargets');
  const targetId = found?.targetInfos.find(({ type }) => type === 'page')?.targetId;
  const attached = await cdp?.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  await cdp?.send('Page.navigate', { url: 'https://shop.test/' }, attached?.sessionId ?? null);
}

test('the certificate of another host is refused with a page that says what to do, and taken once the host is trusted', async () => {
  const network = await startNetwork(await startSite());
  const proxy = await startTestProxy('hold', { route: await openRoute(network, {}) });
  const refused: string[] = [];
  const trusted = createTrustedHosts({ onRefused: (host, reason) => void refused.push(`${host} ${reason}`) });
  const browser = await launch(proxy, 'https://shop.test/', { trusted });
  await eventually(async () => (await titles(browser)).includes('shop.test: certificate'), { withinMs: 30_000 });
  expect(refused).toEqual([expect.stringMatching(/^shop\.test (?:net::)?ERR_CERT_/)]);
  expect(told(proxy)).toEqual([]);
  trusted.trust('shop.test');
  await reload(browser);
  await eventually(() => told(proxy).includes('Loaded'), { withinMs: 30_000 });
  expect(await titles(browser)).toContain('the shop');
});

test.runIf(canTrust)(
  'Firefox takes a self-made certificate on localhost and sends its traffic through the proxy',
  async () => {
    const port = await startSite();
    const proxy = await startTestProxy('hold');
    await launch(proxy, `https://localhost:${port}/`, {
      trusted: createTrustedHosts(),
      ...(firefox ? { browser: firefox } : {}),
    });
    await eventually(() => told(proxy).includes('Socket-hello'), { withinMs: 90_000 }).catch(() => undefined);
    expect(told(proxy)).toEqual(expect.arrayContaining(['Loaded', 'Socket-hello']));
    expect(proxy.traffic.other).toBeGreaterThan(0);
  },
);
