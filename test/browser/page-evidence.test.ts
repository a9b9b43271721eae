/** What only the page can tell, from pages that are as strict as pages can be. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { launchBrowser } from '../../electron/core/capture/launch-browser.ts';
import { createPipeline } from '../../electron/core/pipeline.ts';
import { testBrowserPath } from '../support/browser.ts';
import { type CaptureHandle, captureHandle } from '../support/capture-handle.ts';
import { startTestProxy, type TestProxy } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';

/** Meta's base code without the part that loads the script. */
const snippet = `
  var n = window.fbq = function () { n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments) };
  n.queue = [];
  fbq('init', '1234567890', { em: 'ada@mail.example' });
  fbq('track', 'PageView');`;

/** Nothing but the page's own script: no evaluation, no other host, and globals that are sealed. */
const strict = "default-src 'none'; script-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

type Seen = { proxy: TestProxy; watch: CaptureHandle; reported: string[] };

async function visit(script: string): Promise<Seen> {
  const reported: string[] = [];
  const site = createServer(({ url = '' }, response) => {
    if (url.startsWith('/globals')) reported.push(new URL(url, 'http://x').searchParams.get('names') ?? '');
    const type = url === '/site.js' ? 'text/javascript' : 'text/html';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': strict });
    response.end(url === '/site.js' ? script : '<!doctype html><script src="/site.js"></script>');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void site.close());
  const proxy = await startTestProxy('hold');
  const watch = captureHandle('browser', 1);
  const browser = await launchBrowser({
    browser: { id: 'chromium', name: 'Chromium', path: testBrowserPath() },
    proxyUrl: proxy.url,
    spki: proxy.spki,
    certificatePath: proxy.certificatePath,
    headless: true,
    url: `http://localhost:${(site.address() as AddressInfo).port}/`,
    watch,
    seenCalls: proxy.seenCalls,
    onExit: () => undefined,
  });
  onTestFinished(() => browser.close());
  return { proxy, watch, reported };
}

function codes({ facts }: CaptureHandle): string[] {
  const pipeline = createPipeline();
  pipeline.take(facts);
  return pipeline.findings().map(({ code }) => code);
}

test('on a strict page that never loads the script the waiting calls are told by name, nothing personal, and no global is added', async () => {
  const { watch, reported } = await visit(`
    const before = new Set(Object.getOwnPropertyNames(window));
    ${snippet}
    setTimeout(() => {
      const names = Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !/^(fbq|n)$/.test(name));
      new Image().src = '/globals?names=' + names.join() + ';' + typeof window.__playwright__binding__ + ';' + navigator.webdriver;
    }, 4000);`);
  const fact = await eventually(() => watch.of('page').find(({ what }) => what === 'waiting'), { withinMs: 30_000 });
  expect(fact.text).toBe('init 1234567890, track PageView');
  expect(JSON.stringify(watch.facts)).not.toContain('ada@');
  expect(codes(watch)).toContain('delivery.script-missing');
  await eventually(() => reported.length === 1, { withinMs: 30_000 });
  expect(reported[0]).toMatch(/^;undefined;(?:false|undefined)$/);
});

test("a strict page's policy that stops the script and the call is told for both, each once", async () => {
  const { watch } = await visit(`${snippet}
    const script = document.createElement('script');
    const policy = trustedTypes.createPolicy('site', { createScriptURL: (url) => url });
    script.src = policy.createScriptURL('https://connect.facebook.net/en_US/fbevents.js');
    document.head.append(script);
    new Image().src = 'https://www.facebook.com/tr/?id=1234567890&ev=Purchase';`);
  await eventually(() => watch.of('browser-call').length === 2, { withinMs: 30_000 });
  const calls = watch.of('browser-call').map(({ url, error }) => [new URL(url).hostname, error]);
  expect(calls.sort()).toEqual([
    ['connect.facebook.net', 'net::ERR_BLOCKED_BY_CSP'],
    ['www.facebook.com', 'net::ERR_BLOCKED_BY_CSP'],
  ]);
  expect(codes(watch).sort()).toEqual(expect.arrayContaining(['delivery.blocked', 'delivery.script-missing']));
  await eventually(() => watch.of('page').some(({ what }) => what === 'csp'), { withinMs: 5000 });
  expect(watch.of('page').filter(({ what }) => what === 'waiting')).toEqual([]);
});

test('a page that sets a trap where fbq is asked for is not sprung, and is recorded all the same', async () => {
  const { watch, reported } = await visit(`
    let asked = 0;
    Object.defineProperty(window, 'fbq', { get() { asked++; return undefined; } });
    setTimeout(() => { new Image().src = '/globals?names=asked' + asked; }, 4000);`);
  await eventually(() => reported.length === 1, { withinMs: 30_000 });
  expect(reported).toEqual(['asked0']);
  expect(watch.of('page').map(({ what }) => what)).toContain('load');
});
