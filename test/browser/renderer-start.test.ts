/** The start page in a real Chromium: every way in makes the right call, and what is typed wrongly is said in words. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { UPLOAD_CHUNK_BYTES } from '../../shared/api/handshake.ts';
import { eventually } from '../support/eventually.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.close();
  page = await host.open();
  await page.getByRole('heading', { name: 'Record a site' }).waitFor();
});
afterEach(() => host.release(page));

const lastCall = (name: string) => host.core.asked.findLast((call) => call.name === name)?.input;
const recordButton = () => page.getByRole('button', { name: 'Record', exact: true });

test('Record sends the address, the first browser and hold, unless something else is chosen', async () => {
  await page.getByLabel('Address of the shop').fill('shop.example/checkout');
  await recordButton().click();
  await page.getByText('Nothing from Meta’s Pixel yet').waitFor();
  expect(lastCall('session.record')).toEqual({
    url: 'https://shop.example/checkout',
    browser: null,
    mode: 'hold',
    firstParty: [],
    serverLogs: [],
  });
});

test('Record sends everything that was chosen', async () => {
  await page.getByLabel('Address of the shop').fill('http://localhost:3000');
  await page.getByLabel('Forward').check();
  await page.getByLabel('Browser', { exact: true }).selectOption({ label: 'Chromium' });
  await page.getByText('Server log and first-party hosts').click();
  await page.getByLabel('Server log to follow').fill('/var/log/a.log, /var/log/b-*.log');
  await page.getByLabel('First-party hosts').fill('pixel.shop.example');
  await page.keyboard.press('Enter');
  await page.getByText('0 calls forwarded to Meta').waitFor();
  expect(lastCall('session.record')).toEqual({
    url: 'http://localhost:3000/',
    browser: 'chromium',
    mode: 'forward',
    firstParty: ['pixel.shop.example'],
    serverLogs: ['/var/log/a.log', '/var/log/b-*.log'],
  });
});

test('an own browser is one choice away, and the line that starts it comes next', async () => {
  await page.getByLabel('Browser', { exact: true }).selectOption({ label: 'My own browser, or a phone' });
  await recordButton().click();
  await page.getByRole('button', { name: 'Copy the line for Chromium' }).waitFor();
  expect(lastCall('session.record')).toMatchObject({ browser: 'none' });
});

test('an address that is none is refused in words beside the field, and nothing is recorded', async () => {
  const before = host.core.asked.length;
  await page.getByLabel('Address of the shop').fill('my shop');
  await recordButton().click();
  await page.getByText('This is not a web address.').waitFor();
  expect(await page.getByLabel('Address of the shop').evaluate((field) => field === document.activeElement)).toBe(true);
  expect(host.core.asked.slice(before).map((call) => call.name)).not.toContain('session.record');
});

test('a refusal of the core is shown in its own words', async () => {
  host.core.refuseNext('session.record', 'Chromium did not start: another program uses its profile.');
  await recordButton().click();
  await page.getByText('Chromium did not start: another program uses its profile.').waitFor();
});

test('Sample session opens a session with its pairs', async () => {
  await page.getByRole('button', { name: /Sample session/ }).click();
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  expect(await page.getByRole('grid', { name: 'Pairs' }).getAttribute('aria-rowcount')).toBe('15');
});

test('Demo shop and a recent session are one click each', async () => {
  await page.getByRole('button', { name: /Demo shop/ }).click();
  await eventually(() => lastCall('session.demo'), { withinMs: 5000 });
  await page.getByRole('button', { name: /^black-friday-rehearsal/ }).click();
  await eventually(() => lastCall('session.open'), { withinMs: 5000 });
  expect(lastCall('session.open')).toEqual({ path: '/home/ada/Twinlane/black-friday.twinlane' });
});

test('a picked file arrives whole, in pieces that fit a frame, the last one marked', async () => {
  const before = host.core.asked.length;
  const bytes = Buffer.alloc(UPLOAD_CHUNK_BYTES + 10, 'é');
  await page
    .getByLabel('Files to open')
    .setInputFiles({ name: 'shop.har', mimeType: 'application/json', buffer: bytes });
  const chunks = () =>
    host.core.asked.slice(before).flatMap((call) => (call.name === 'session.import' ? [call.input] : [])) as {
      upload: string;
      name: string;
      base64: string;
      isLast: boolean;
    }[];
  await eventually(() => chunks().at(-1)?.isLast, { withinMs: 10_000 });
  expect(chunks().map((chunk) => chunk.isLast)).toEqual([false, true]);
  expect(new Set(chunks().map((chunk) => chunk.upload)).size).toBe(1);
  expect(Buffer.concat(chunks().map((chunk) => Buffer.from(chunk.base64, 'base64'))).equals(bytes)).toBe(true);
});

test('an empty file is handed over too, so that the core can say what is wrong with it', async () => {
  const before = host.core.asked.length;
  await page
    .getByLabel('Files to open')
    .setInputFiles({ name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) });
  const call = await eventually(() => host.core.asked.slice(before).find(({ name }) => name === 'session.import'), {
    withinMs: 5000,
  });
  expect(call.input).toMatchObject({ name: 'empty.log', base64: '', isLast: true });
});

test('the chosen appearance is kept when the window is loaded again', async () => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole('button', { name: /Change to light/ }).click();
  await page.getByRole('button', { name: /Change to dark/ }).click();
  expect(await theme()).toBe('dark');
  await page.reload();
  await page.getByRole('button', { name: 'Appearance: dark' }).waitFor();
  expect(await theme()).toBe('dark');
});
