import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { expect, onTestFinished, test } from 'vitest';
import { processesUsing } from '../../electron/core/capture/browser-processes.ts';
import { launchBrowser } from '../../electron/core/capture/launch-browser.ts';
import { testBrowserPath } from '../support/browser.ts';
import { captureHandle } from '../support/capture-handle.ts';
import { startTestProxy, type TestProxy } from '../support/capture-proxy.ts';
import { eventually } from '../support/eventually.ts';

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

async function launch(proxy: TestProxy, url: string, onExit = () => undefined) {
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
    onExit,
  });
  onTestFinished(() => browser.close());
  return { browser, watch };
}

const pixel = 'https://www.facebook.com/tr/?id=1234567890';
const image = (event: string) => `<img src="${pixel}&amp;ev=${event}">`;

function profiles(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`twinlane-profile-${process.pid}-`));
}

test('a headless browser records a local shop over the proxy under its normal name and leaves nothing behind', async () => {
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
});
