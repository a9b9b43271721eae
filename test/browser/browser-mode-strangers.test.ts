/** A real Chromium against browser mode: our page is let in under its policy, and no other page gets anything. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { SOCKET_PATH } from '../../shared/api/handshake.ts';
import { launchTestBrowser } from '../support/browser.ts';
import { cannedCore } from '../support/canned-core.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const SCRIPT = `
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  const socket = new WebSocket('ws://' + location.host + '${SOCKET_PATH}');
  const say = (text) => { document.title = text; };
  socket.addEventListener('open', () => {
    socket.send(JSON.stringify({ hello: token }));
    socket.send(JSON.stringify({ frame: 'call', id: 1, name: 'app.describe', input: {} }));
  });
  socket.addEventListener('message', ({ data }) => say('answered ' + JSON.parse(data).output.version));
  socket.addEventListener('close', ({ code }) => say('closed ' + code));
  globalThis.isLoaded = true;
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launchTestBrowser();
});
afterAll(() => browser.close());

async function aHost() {
  const rendererDir = temporaryFolder();
  mkdirSync(join(rendererDir, 'assets'));
  writeFileSync(
    join(rendererDir, 'index.html'),
    '<!doctype html><title>starting</title><script>globalThis.hasInlineRun = true;</script><script type="module" crossorigin src="./assets/page.js"></script>',
  );
  writeFileSync(join(rendererDir, 'assets/page.js'), SCRIPT);
  const core = cannedCore();
  const host = await startHost({ core, port: 0, rendererDir });
  onTestFinished(() => host.close());
  return { core, host };
}

async function aPage() {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  return page;
}

/** A page of another origin on the same machine. */
async function aStranger() {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>stranger</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const page = await aPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return page;
}

it.each(['127.0.0.1', 'localhost'])('our page at %s is answered, and its policy stops inline code', async (name) => {
  const { host } = await aHost();
  const page = await aPage();
  await page.goto(host.url.replace('127.0.0.1', name));
  await page.waitForFunction(() => document.title.startsWith('answered'));
  expect(await page.title()).toBe('answered 0.1.0');
  expect(await page.evaluate(() => 'hasInlineRun' in globalThis)).toBe(false);
});

it('our page with a token of another run is closed with 4401', async () => {
  const { core, host } = await aHost();
  const page = await aPage();
  await page.goto(host.url.replace(/token=.*/, 'token=of-yesterday'));
  await page.waitForFunction(() => document.title.startsWith('closed'));
  expect(await page.title()).toBe('closed 4401');
  expect(core.seen).toEqual([]);
});

it('another page can neither open the socket, nor read a file, nor run one, nor frame the page', async () => {
  const { core, host } = await aHost();
  const stranger = await aStranger();
  const address = `127.0.0.1:${host.port}`;
  const got = await stranger.evaluate(
    async ({ address: own, path }) => {
      const socket = await new Promise((resolve) => {
        const tried = new WebSocket(`ws://${own}${path}`);
        tried.addEventListener('open', () => resolve('open'));
        tried.addEventListener('error', () => resolve('refused'));
      });
      const file = await fetch(`http://${own}/assets/page.js`).then(
        () => 'read',
        () => 'refused',
      );
      const script = await new Promise((resolve) => {
        const element = document.createElement('script');
        element.src = `http://${own}/assets/page.js`;
        element.onload = () => resolve('ran');
        element.onerror = () => resolve('refused');
        document.head.append(element);
      });
      return { socket, file, script, isLoaded: 'isLoaded' in globalThis };
    },
    { address, path: SOCKET_PATH },
  );
  expect(got).toEqual({ socket: 'refused', file: 'refused', script: 'refused', isLoaded: false });

  await stranger.setContent(`<iframe src="${host.url}"></iframe>`);
  await eventually(() => stranger.frames()[1]?.url().startsWith('chrome-error:'), { withinMs: 20_000 });
  expect(core.seen).toEqual([]);
});
