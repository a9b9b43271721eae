/** `record --script`: the checkout tests that people have, driving the recorded browser through the demo shop. */
import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { openBridge } from '../../electron/core/capture/script/bridge.ts';
import { planScript } from '../../electron/core/capture/script/script-plan.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { startDemoShop } from '../../electron/demo/demo-shop.ts';
import { type Ended, start } from '../support/command-line.ts';
import { startGraphReceiver } from '../support/graph-receiver.ts';
import { temporaryFolder } from '../support/temp-folder.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');

/** A person's project: their scripts beside their Playwright. */
function project(files: Record<string, string>): string {
  const folder = temporaryFolder();
  symlinkSync(modules, join(folder, 'node_modules'), 'dir');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function openShop(home: string): Promise<{ url: string; log: string }> {
  const log = join(home, 'capi.log');
  writeFileSync(log, '');
  const { url: graphUrl } = await startGraphReceiver();
  const shop = await startDemoShop({ capi: { graphUrl }, logFile: log, seed: 3 });
  onTestFinished(() => shop.close());
  return { url: shop.url, log };
}

type Visit = Ended & { session: string };

async function record(url: string, script: string, more: string[] = []): Promise<Visit> {
  const home = temporaryFolder();
  const args = ['record', url, '--browser', 'chromium', '--headless', '--script', script, ...more];
  const command = start(args, { home });
  onTestFinished(() => void command.child.kill('SIGKILL'));
  const { session = '' } = await command.ready();
  return { ...(await command.ended), session };
}

function steps(session: string): string[] {
  const file = openSessionFile(session, { mode: 'read-only' });
  const names = [...file.facts()].flatMap((fact) => (fact.kind === 'step' ? [fact.name] : []));
  file.close();
  return names;
}

const order = `
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Ada Brandt');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@mail.example');
    await page.getByRole('textbox', { name: 'Phone' }).fill('+49 40 5550 1832');
    await page.getByRole('button', { name: 'Place the order' }).click();`;

test('a script that codegen made records its purchase and the twin from the server, though it closes at once', async () => {
  const { url, log } = await openShop(temporaryFolder());
  const folder = project({
    'checkout.cjs': `const { chromium, devices } = require('playwright');
(async () => {
  const browser = await chromium.launch({ headless: false, proxy: { server: 'http://127.0.0.1:9' } });
  const context = await browser.newContext({ ...devices['Desktop Chrome'], proxy: { server: 'http://127.0.0.1:9' } });
  const page = await context.newPage();
  await page.goto('${url}');
  await page.getByRole('main').getByRole('link').first().click();${order}
  await context.close();
  await browser.close();
})();`,
  });
  const { status, out, err } = await record(url, join(folder, 'checkout.cjs'), ['--server', log, '--format', 'json']);
  expect({ status, err }).toEqual({ status: 0, err: expect.not.stringContaining('failed') });
  const report = JSON.parse(out.slice(out.indexOf('\n')));
  const purchases = report.pairs.filter(({ eventName }: { eventName: string }) => eventName === 'Purchase');
  expect(purchases).toMatchObject([{ verdict: 'deduplicated' }]);
  expect(report.summary.pairs).toMatchObject({ browserOnly: 0, serverOnly: 0 });
});

test('a module gets the page at the address given, and its steps stand on the axis of time in order', async () => {
  const { url } = await openShop(temporaryFolder());
  const folder = project({
    'journey.mjs': `export default async ({ page, context, step }) => {
  if (context !== page.context()) throw new Error('another context');
  await step('Choose a tea', () => page.getByRole('main').getByRole('link').first().click());
  const told = await step('Order it', async () => {${order}
    return page.waitForURL(/thank/).then(() => 'bought');
  });
  await step('Say ' + told);
};`,
  });
  const { status, session } = await record(url, join(folder, 'journey.mjs'));
  expect(status).toBe(0);
  expect(steps(session)).toEqual(['Choose a tea', 'Order it', 'Say bought']);
});

const playwrightTest = `import { test, expect } from '@playwright/test';
test('buys tea', async ({ page }) => {
  await test.step('Choose a tea', async () => {
    await page.goto('/');
    await page.getByRole('main').getByRole('link').first().click();
  });
  await test.step('Order it', async () => {${order}
    await expect(page).toHaveURL(/thank/);
  });
});`;

test("a Playwright test runs once, in the Chromium project of its own configuration, with the site's address as base", async () => {
  const { url } = await openShop(temporaryFolder());
  const folder = project({
    'checkout.spec.ts': playwrightTest,
    'playwright.config.ts': `export default { retries: 2, projects: [
      { name: 'safari', use: { browserName: 'webkit' } },
      { name: 'a chrome', use: { browserName: 'chromium' } } ] };`,
  });
  const { status, session, err } = await record(url, join(folder, 'checkout.spec.ts'));
  expect({ status, err }).toEqual({ status: 0, err: expect.stringContaining('1 passed') });
  expect(steps(session)).toEqual(['buys tea', 'Choose a tea', 'Order it']);
});

test('a failing test without configuration ends the recording with 2 and its reason, and the session file is whole', async () => {
  const { url } = await openShop(temporaryFolder());
  const folder = project({
    'my checkout (1).js': playwrightTest.replace(
      "name: 'Add to cart' }).click()",
      "name: 'Nowhere' }).click({ timeout: 500 })",
    ),
  });
  const { status, session, err } = await record(url, join(folder, 'my checkout (1).js'));
  expect(status).toBe(2);
  expect(err.trim().split('\n').at(-1)).toMatch(
    /^twinlane: The script my checkout \(1\)\.js failed: buys tea: .*Timeout 500ms exceeded/,
  );
  const file = openSessionFile(session, { mode: 'read-only' });
  expect([...file.facts()].some(({ kind }) => kind === 'browser-call')).toBe(true);
  file.close();
});

test('Ctrl-C ends a script that would go on, and keeps what was recorded', async () => {
  const { url } = await openShop(temporaryFolder());
  const folder = project({
    'endless.mjs': `export default async ({ step }) => { await step('Wait'); await new Promise(() => setInterval(() => 0, 1000)); };`,
  });
  const command = start(
    ['record', url, '--browser', 'chromium', '--headless', '--script', join(folder, 'endless.mjs')],
    { home: temporaryFolder() },
  );
  const { session = '' } = await command.ready();
  const hasBegun = () => steps(session).length === 1;
  await expect.poll(hasBegun, { timeout: 30_000 }).toBe(true);
  command.child.kill('SIGINT');
  expect((await command.ended).status).toBe(0);
  expect(steps(session)).toEqual(['Wait']);
});

test('what cannot be run is refused in one line before anything starts', async () => {
  const lonely = temporaryFolder();
  writeFileSync(join(lonely, 'a.spec.ts'), playwrightTest);
  const home = temporaryFolder();
  const refusal = async (...args: string[]) => {
    const { status, out, err } = await start(['record', 'http://localhost', ...args], { home }).ended;
    return { status, out, err: err.trim() };
  };
  expect(await refusal('--browser', 'chromium', '--script', join(lonely, 'a.spec.ts'))).toEqual({
    status: 2,
    out: '',
    err: `twinlane: --script needs Playwright, which is not installed: run npm install --save-dev @playwright/test in ${lonely}.`,
  });
  const missing = await refusal('--browser', 'chromium', '--script', join(lonely, 'none.js'));
  expect(missing.err).toBe(`twinlane: --script: ${join(lonely, 'none.js')} cannot be read (ENOENT).`);
  const own = await refusal('--browser', 'none', '--script', join(lonely, 'a.spec.ts'));
  expect(own.err).toContain('--script runs in Chrome, Edge, Chromium or Brave');
});

test('a script without a Playwright beside it borrows ours', () => {
  const lonely = temporaryFolder();
  const file = join(lonely, 'plain.mjs');
  writeFileSync(file, "import { chromium } from 'playwright';");
  expect(planScript(file)).toMatchObject({ kind: 'node', playwright: expect.stringContaining('playwright-core') });
});

test('nobody but the script gets at the browser: the address is secret, and pages are refused even with it', async () => {
  const sent: string[] = [];
  const cdp = {
    send: async () => ({ sessionId: 'own' }) as never,
    post: () => undefined,
    call: ({ method }: { method: string }, onAnswer: (answer: { result: unknown }) => void) => {
      sent.push(method);
      onAnswer({ result: {} });
    },
    onEvent: () => undefined,
    claim: () => undefined,
  };
  const bridge = await openBridge({ cdp, settled: async () => undefined });
  onTestFinished(() => bridge.close());
  const opens = (url: string, options = {}) =>
    new Promise<WebSocket | null>((done) => {
      const socket = new WebSocket(url, options);
      socket.on('open', () => done(socket));
      socket.on('error', () => done(null));
    });
  expect(new URL(bridge.url).hostname).toBe('127.0.0.1');
  expect(new URL(bridge.url).pathname.length).toBeGreaterThan(42);
  expect(await opens(`ws://127.0.0.1:${bridge.port}/`)).toBeNull();
  expect(await opens(`ws://127.0.0.1:${bridge.port}/json/version`)).toBeNull();
  expect(await opens(bridge.url, { origin: 'https://shop.example' })).toBeNull();
  const script = await opens(bridge.url);
  const answer = new Promise((done) => script?.once('message', (text) => done(JSON.parse(String(text)))));
  script?.send(JSON.stringify({ id: 1, method: 'Browser.close' }));
  expect(await answer).toEqual({ id: 1, result: {} });
  expect(sent).toEqual([]);
});
