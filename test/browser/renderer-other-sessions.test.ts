/** Several sessions at once in browser mode: real second cores, each shown in a tab of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSecondCores, type SecondCores } from '../../electron/core/apart/second-cores.ts';
import type { Core } from '../../electron/core/core.ts';
import { type LoopbackHost, startHost } from '../../electron/core/serve/loopback-host.ts';
import { createCore } from '../../electron/core/session.ts';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { launchTestBrowser } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';

let home: string;
let rendererDir: string;
let browser: Browser;
let apart: SecondCores;
let core: Core;
let host: LoopbackHost;
let context: BrowserContext;
let page: Page;

const sessionPath = (name: string) => join(home, 'sessions', `${name}.twinlane`);

beforeAll(async () => {
  rendererDir = join(await builtApp(), 'renderer');
  browser = await launchTestBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'twinlane-others-'));
  mkdirSync(join(home, 'sessions'));
  for (const name of ['first', 'second'])
    openSessionFile(sessionPath(name), { mode: 'create', madeBy: { app: '0', engine: '0' } }).close();
  apart = createSecondCores({ homeFolder: home, rendererDir });
  core = await createCore({ homeFolder: home, openApart: apart.open });
  host = await startHost({ core, port: 0, rendererDir });
  context = await browser.newContext();
  page = await context.newPage();
  await page.goto(host.url);
});
afterEach(async () => {
  await context.close();
  await Promise.all([apart.close(), core.close(), host.close()]);
  rmSync(home, { recursive: true, force: true });
});

/** The tab that `act` opens, once it shows a session. */
async function tabAfter(act: () => Promise<unknown>): Promise<Page> {
  const [tab] = await Promise.all([context.waitForEvent('page'), act()]);
  await tab.locator('.status-file').waitFor();
  return tab;
}

const fileIn = (tab: Page) => tab.locator('.status-file').innerText();

async function dropOn(target: string, name: string, content: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ title, base64 }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], title));
      return data;
    },
    { title: name, base64: content.toString('base64') },
  );
  await page.dispatchEvent(target, 'drop', { dataTransfer: transfer });
}

test('a recent session opens in another tab by a core of its own, and this tab stays as it is', async () => {
  await page.getByRole('button', { name: /^More for .*second/ }).click();
  const tab = await tabAfter(() => page.getByRole('menuitem', { name: 'Open in another window' }).click());
  expect(await fileIn(tab)).toBe('second.twinlane');
  expect(new URL(tab.url()).port).not.toBe(new URL(page.url()).port);
  expect(await tab.evaluate(() => window.opener)).toBe(null);
  await page.getByRole('heading', { name: 'Recent sessions' }).waitFor();
});

test('with a session open the palette leads to the others, and they open beside it', async () => {
  await core.handlers['session.open']({ path: sessionPath('first') });
  await page.locator('.status-file').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('another session');
  await page.keyboard.press('Enter');
  const row = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'second' });
  const tab = await tabAfter(() => row.getByRole('button', { name: 'In another window' }).click());
  expect(await fileIn(tab)).toBe('second.twinlane');
  expect(await fileIn(page)).toBe('first.twinlane');
});

test('a session that cannot be opened beside this one says why, and leaves no empty tab', async () => {
  await page.getByRole('button', { name: /^More for .*second/ }).click();
  rmSync(sessionPath('second'));
  await page.getByRole('menuitem', { name: 'Open in another window' }).click();
  await page.getByText(/second\.twinlane is not there/).waitFor();
  expect(context.pages()).toHaveLength(1);
});

test('a session that is dropped on an open one opens in another tab or instead of it, as the person says', async () => {
  const dropped = readFileSync(sessionPath('second'));
  await core.handlers['session.open']({ path: sessionPath('first') });
  await page.locator('.status-file').waitFor();
  await dropOn('.session-page', 'dropped.twinlane', dropped);
  const dialog = page.getByRole('dialog', { name: 'Where should the session open?' });
  const tab = await tabAfter(() => dialog.getByRole('button', { name: 'In another window' }).click());
  expect(await fileIn(tab)).not.toBe('first.twinlane');
  expect(await fileIn(page)).toBe('first.twinlane');
  await dropOn('.session-page', 'dropped.twinlane', dropped);
  await dialog.getByRole('button', { name: 'Open here instead' }).click();
  await expect.poll(() => fileIn(page), { timeout: 10_000 }).not.toBe('first.twinlane');
});

test('a recording that is dropped on an open session is added to it without a question', async () => {
  await core.handlers['session.open']({ path: sessionPath('first') });
  await page.locator('.status-file').waitFor();
  const har = { log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [] } };
  await dropOn('.session-page', 'shop.har', Buffer.from(JSON.stringify(har)));
  await page.getByRole('button', { name: '1 source' }).waitFor();
  expect(await fileIn(page)).toBe('first.twinlane');
  expect(await page.getByRole('dialog').count()).toBe(0);
});
