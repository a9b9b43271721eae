/** The window tells how to connect a server: lines with the session's addresses that work when pasted, and the check. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LoopbackHost, startHost } from '../../electron/core/serve/loopback-host.ts';
import { coreOver, createSession } from '../../electron/core/session.ts';
import { recordOptions } from '../../electron/core/session-options.ts';
import { launchTestBrowser } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';
import { watchComplaints } from '../support/page-complaints.ts';
import { temporaryFolderForFile } from '../support/temp-folder.ts';
import { violationsOf } from '../support/violations.ts';

const home = temporaryFolderForFile();
const missingLog = join(home, 'not-there.log');
const session = createSession({ homeFolder: home });
const core = coreOver(session);
let host: LoopbackHost;
let browser: Browser;
const complaints: string[][] = [];

beforeAll(async () => {
  host = await startHost({ core, port: 0, rendererDir: join(await builtApp(), 'renderer') });
  browser = await launchTestBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await core.close();
  expect(complaints.flat()).toEqual([]);
});
beforeEach(() => session.close());

const record = (serverLogs: string[] = []) =>
  session.record(recordOptions({ url: null, browser: 'none', mode: 'hold', firstParty: [], serverLogs }));

async function open(): Promise<Page> {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await browser.newContext({ permissions, reducedMotion: 'reduce' });
  complaints.push(watchComplaints(context));
  const page = await context.newPage();
  await page.goto(host.url);
  return page;
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Connect a server' });
const openDialog = async (page: Page) => {
  await page.getByRole('button', { name: 'Connect a server' }).first().click();
  await dialogOf(page).waitFor();
};

test('a pasted line brings an event in, and the row of its way says when', async () => {
  await record();
  const page = await open();
  await openDialog(page);
  const check = page.getByRole('region', { name: 'Connection check' });
  await check.getByRole('listitem').filter({ hasText: 'Test endpoint' }).getByText('Works').waitFor();
  await check.getByRole('listitem').filter({ hasText: 'Proxy' }).getByText('Works').waitFor();
  expect(await check.getByText('no event yet').count()).toBe(2);
  await page.getByRole('tab', { name: 'Plain fetch or curl' }).click();
  await page.getByRole('button', { name: 'Copy lines: curl, as a first try' }).click();
  const pasted = await page.evaluate(() => navigator.clipboard.readText());
  const { stdout } = await promisify(execFile)('sh', ['-c', pasted]);
  expect(JSON.parse(stdout)).toMatchObject({ events_received: 1 });
  const endpoint = check.getByRole('listitem').filter({ hasText: 'Test endpoint' });
  await endpoint.getByText(/last event \d\d:\d\d:\d\d/).waitFor();
  await page.getByText('Events of your server are coming in.').waitFor();
  await page.context().close();
});

test('a log that is not there fails in its row, with what to do', async () => {
  await record([missingLog]);
  const page = await open();
  await openDialog(page);
  const row = dialogOf(page).getByRole('listitem').filter({ hasText: missingLog });
  await row.getByText('Failed').waitFor();
  await row.getByText(/is not there yet.*Check the path/).waitFor();
  await page.getByText('One way in does not work.').waitFor();
  await page.context().close();
});

test('before a recording the lines are there with examples, said to be such, from the palette too', async () => {
  const page = await open();
  await page.getByRole('heading', { name: 'Record a site' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('connect');
  await page.keyboard.press('Enter');
  await dialogOf(page)
    .getByText(/Nothing is recorded now, so the addresses below are examples/)
    .waitFor();
  await dialogOf(page).getByText('Start a recording, without a browser').waitFor();
  await page.keyboard.press('Escape');
  await dialogOf(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('the kinds of servers are walked with arrows, and the chosen one is there when opened again', async () => {
  await record();
  const page = await open();
  await openDialog(page);
  await page.getByRole('tab', { name: 'Magento 2' }).click();
  await page.keyboard.press('ArrowDown');
  await dialogOf(page).getByRole('heading', { name: 'Shopify' }).waitFor();
  await dialogOf(page)
    .getByText(/Nobody outside can see them/)
    .waitFor();
  await page.keyboard.press('Escape');
  await openDialog(page);
  await dialogOf(page).getByRole('heading', { name: 'Shopify' }).waitFor();
  await page.context().close();
});

test('the dialog has no violation in light and in dark', async () => {
  await record([missingLog]);
  const page = await open();
  await openDialog(page);
  await dialogOf(page).getByText('Failed').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});
