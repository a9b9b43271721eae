import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { processesUsing } from '../../electron/core/capture/browser-processes.ts';
import { findBrowsers } from '../../electron/core/capture/find-browser.ts';
import { type LaunchOptions, launchBrowser } from '../../electron/core/capture/launch-browser.ts';
import { sweepProfiles } from '../../electron/core/capture/sweep-profiles.ts';
import { testBrowserPath } from '../support/browser.ts';
import { captureHandle } from '../support/capture-handle.ts';
import { startTestProxy, type TestProxy, through } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';
import { startFakeInternet } from '../support/fake-internet.ts';
import { tried } from '../support/tried.ts';

type Pages = Record<string, string | { headers: Record<string, string>; html: string }>;

/** A site on `localhost`; call it inside a test. */
async function startSite(pages: Pages): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    const page = pages[request.url ?? ''] ?? '';
    const { headers, html } = typeof page === 'string' ? { headers: {}, html: page } : page;
    response.writeHead(200, { 'content-type': 'text/html', ...headers });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, requests };
}

async function launch(proxy: TestProxy, url: string, more: Partial<LaunchOptions> = {}) {
  const watch = captureHandle('browser', 1);
  const browser = await launchBrowser({
    browser: { id: 'chromium', name: 'Chromium', path: testBrowserPath() },
    proxyUrl: proxy.url,
    spki: proxy.spki,
    certificatePath: proxy.certificatePath,
    headless: true,
    url,
    watch,
    seenCalls: proxy.seenCalls,
    onExit: () => undefined,
    ...more,
  });
  onTestFinished(() => browser.close());
  return { browser, watch };
}

const pixel = 'https://www.facebook.com/tr/?id=1234567890';
const image = (event: string) => `<img src="${pixel}&amp;ev=${event}">`;

function profiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`twinlane-profile-${process.pid}-`));
}

/** What a browser calls itself, without its name. */
function versionOf(path: string): string {
  return /[\d.]+\d/.exec(spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout)?.[0] ?? '';
}

const recorded = (what: string, path: string) =>
  ({ kind: 'browser', what, version: versionOf(path), way: 'record, headless' }) as const;

test('a headless browser records a local shop over the proxy under its normal name and leaves nothing behind', () =>
  tried(recorded('Chromium', testBrowserPath()), recordsLocalShop));

async function recordsLocalShop(): Promise<void> {
  const proxy = await startTestProxy('hold');
  const site = await startSite({
    '/': `<script>document.cookie = '_fbp=fb.1.1795000000000.123'; console.warn('[Meta Pixel] - a warning');</script>${image('PageView')}`,
  });
  const { browser, watch } = await launch(proxy, `${site.url}/`);
  const call = await eventually(() => proxy.handle.of('browser-call')[0], { withinMs: 20_000 });
  expect(call).toMatchObject({ url: `${pixel}&ev=PageView`, held: true, page: `${site.url}/` });
  expect(call.userAgent).toMatch(/ Chrome\/\d+/);
  expect(call.userAgent).not.toContain('Headless');
  const [first] = site.requests;
  expect(first?.headers['user-agent']).toBe(call.userAgent);
  expect(first?.headers['sec-ch-ua']).toContain('Chromium');
  const seen = () => watch.of('page').map(({ what, text }) => [what, text]);
  await eventually(() => seen().some(([what]) => what === 'cookie'), { withinMs: 5000 });
  expect(seen()).toContainEqual(['load', `${site.url}/`]);
  expect(seen()).toContainEqual(['cookie', '_fbp=fb.1.1795000000000.123']);
  expect(seen()).toContainEqual(['console', '[Meta Pixel] - a warning']);
  const [profile = ''] = profiles();
  expect((await processesUsing(profile)).length).toBeGreaterThan(1);
  await browser.close();
  expect(await processesUsing(profile)).toEqual([]);
  expect(profiles()).toEqual([]);
  expect(watch.of('browser-call')).toEqual([]);
}

test('calls that a policy stops or a navigation cuts off are seen once, and by the browser only if not by the proxy', async () => {
  const internet = await startFakeInternet();
  internet.answer = () => new Promise(() => undefined);
  const proxy = await startTestProxy('forward', { upstream: through(internet) });
  const policy = { 'content-security-policy': "img-src 'self'" };
  const site = await startSite({
    '/': `${image('BeforeLeaving')}<script>setTimeout(() => location.assign('/leave'), 1500)</script>`,
    '/leave': { headers: policy, html: `${image('StoppedByPolicy')}<script>${leaveAtOnce}</script>` },
    '/end': 'end',
  });
  const { watch } = await launch(proxy, `${site.url}/`);
  await eventually(() => watch.of('page').some(({ text }) => text === `${site.url}/end`), { withinMs: 20_000 });
  await eventually(() => watch.of('browser-call').length === 1, { withinMs: 5000 });
  expect(watch.of('browser-call')[0]).toMatchObject({
    url: `${pixel}&ev=StoppedByPolicy`,
    error: 'net::ERR_BLOCKED_BY_CSP',
    status: null,
    page: `${site.url}/leave`,
  });
  await eventually(() => proxy.handle.of('call-answer').length === 1, { withinMs: 5000 });
  expect(proxy.handle.of('browser-call').map(({ url }) => url)).toEqual([`${pixel}&ev=BeforeLeaving`]);
  expect(proxy.handle.of('call-answer')).toMatchObject([{ status: null, error: 'net::ERR_ABORTED' }]);
  const policyLines = watch.of('page').filter(({ what }) => what === 'csp');
  expect(policyLines.map(({ text }) => text).join()).toContain('StoppedByPolicy');
});

/** Gives the page before it time to report. */
const leaveAtOnce = "setTimeout(() => location.assign('/end'), 500)";

test('form, beacon and fetch, a frame and a worker all reach the proxy, and are stored once', async () => {
  const proxy = await startTestProxy('hold');
  const body = (event: string) => `'id=1234567890&ev=${event}'`;
  const site = await startSite({
    '/': `<body><iframe src="/frame"></iframe><script>
      const send = (event) => new URLSearchParams({ id: '1234567890', ev: event });
      const form = document.createElement('form');
      form.method = 'post'; form.action = 'https://www.facebook.com/tr/'; form.target = 'sink';
      form.innerHTML = '<input name="id" value="1234567890"><input name="ev" value="ByForm">';
      const sink = document.createElement('iframe'); sink.name = 'sink';
      document.body.append(sink, form); form.submit();
      const data = new FormData(); data.append('id', '1234567890'); data.append('ev', 'ByBeacon');
      navigator.sendBeacon('https://www.facebook.com/tr/', data);
      fetch('https://www.facebook.com/tr/', { method: 'POST', mode: 'no-cors', credentials: 'include', keepalive: true, body: send('ByFetch') });
      new Worker('/worker.js');
    </script></body>`,
    '/frame': image('InFrame'),
    '/worker.js': {
      headers: { 'content-type': 'text/javascript' },
      html: `fetch('https://www.facebook.com/tr/', { method: 'POST', mode: 'no-cors', body: ${body('InWorker')} }); postMessage(navigator.userAgent);`,
    },
  });
  const { browser, watch } = await launch(proxy, `${site.url}/`);
  const events = () =>
    proxy.handle
      .of('browser-call')
      .map(({ url, body: text }) => /ev"?(?:=|\s+)(\w+)/.exec(`${url} ${text ?? ''}`)?.[1])
      .sort();
  const expected = ['ByBeacon', 'ByFetch', 'ByForm', 'InFrame', 'InWorker'];
  await eventually(() => events().length >= expected.length, { withinMs: 20_000 });
  expect(events()).toEqual(expected);
  expect(
    proxy.handle
      .of('browser-call')
      .map(({ userAgent }) => userAgent)
      .join(),
  ).not.toContain('Headless');
  await browser.close();
  expect(watch.of('browser-call')).toEqual([]);
});

test('a browser that the person closes is reported once and leaves no profile', async () => {
  const proxy = await startTestProxy('hold');
  const site = await startSite({ '/': 'hello' });
  let exits = 0;
  const { browser } = await launch(proxy, `${site.url}/`, { onExit: () => void exits++ });
  process.kill(browser.pid, 'SIGTERM');
  await eventually(() => exits === 1 && profiles().length === 0, { withinMs: 10_000 });
  await browser.close();
  expect(exits).toBe(1);
});

test('after a kill -9 of the app, the next start ends its browser and removes its profile', async () => {
  const child = spawn(process.execPath, [script('launch-and-wait.ts'), testBrowserPath()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { profile } = JSON.parse(line.toString()) as { profile: string };
  expect((await processesUsing(profile)).length).toBeGreaterThan(0);
  await sweepProfiles();
  expect(existsSync(profile)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await sweepProfiles();
  expect(existsSync(profile)).toBe(false);
  expect(await processesUsing(profile)).toEqual([]);
});

function script(name: string): string {
  return fileURLToPath(new URL(`../support/${name}`, import.meta.url));
}

const firefox = findBrowsers().find(({ id }) => id === 'firefox');
const canTrust = firefox !== undefined && spawnSync('certutil', ['-H']).error === undefined;

test.runIf(canTrust)('Firefox trusts the session in its own profile only and sends its calls through the proxy', () =>
  tried(recorded('Firefox ESR', firefox?.path ?? ''), firefoxRecords),
);

async function firefoxRecords(): Promise<void> {
  const proxy = await startTestProxy('hold');
  const site = await startSite({ '/': image('PageView') });
  const { browser } = await launch(proxy, `${site.url}/`, firefox ? { browser: firefox } : {});
  const call = await eventually(() => proxy.handle.of('browser-call')[0], { withinMs: 90_000 });
  expect(call).toMatchObject({ url: `${pixel}&ev=PageView`, userAgent: expect.stringContaining('Firefox') });
  await browser.close();
  expect(profiles()).toEqual([]);
}

test('a program that is no browser is refused, and its profile is gone', async () => {
  const proxy = await startTestProxy('hold');
  const missing = { id: 'chromium' as const, name: 'Chromium', path: '/no/such/browser' };
  const quitting = { ...missing, path: process.execPath };
  let exits = 0;
  const onExit = () => void exits++;
  for (const browser of [missing, quitting]) {
    const failure = await launch(proxy, 'http://localhost/', { browser, onExit }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'browser-missing' });
  }
  expect([exits, profiles()]).toEqual([0, []]);
});
