/** What a person can set and correct of the sources in the window: trusted hosts, polled addresses, how orders are read. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.close();
  host.core.asked.length = 0;
  page = await host.open();
});
afterEach(() => host.release(page));

const asked = (name: string) => host.core.asked.filter((call) => call.name === name).map(({ input }) => input);
const dialog = (name: string) => page.getByRole('dialog', { name });
const lastAsked = (name: string) => eventually(() => asked(name).at(-1), { withinMs: 5000 });

async function inPalette(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(words);
  await page.keyboard.press('Enter');
}

test('a trusted host is taken back in the settings, and is trusted no more', async () => {
  host.core.show(checkoutSession, { ...recordingStatus, trustedHosts: ['shop.test', 'cdn.test'] });
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  await page.keyboard.press(',');
  await dialog('Settings').getByRole('button', { name: 'Take back shop.test' }).click();
  await dialog('Settings').getByText('shop.test').waitFor({ state: 'detached' });
  expect(asked('session.distrust-host')).toEqual([{ host: 'shop.test' }]);
  expect(await dialog('Settings').getByText('cdn.test').count()).toBe(1);
});

test('an address to poll is given with the recording that it belongs to', async () => {
  await page.getByLabel('Address of the shop').fill('shop.example');
  await page.getByText('Server log and first-party hosts').click();
  await page.getByLabel('Address to poll').fill('https://shop.example/log?since={since}');
  await page.getByLabel('Its header, if it needs one').fill('Authorization: Bearer env:TOKEN');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  expect(await lastAsked('session.record')).toMatchObject({
    polls: [{ url: 'https://shop.example/log?since={since}', headers: ['Authorization: Bearer env:TOKEN'] }],
  });
});

test('a polled address is corrected while the recording runs, and a refusal keeps what was typed', async () => {
  const polled = {
    id: 2,
    kind: 'log' as const,
    name: 'https://shop.example/lgo',
    records: 0,
    skipped: 0,
    problems: [],
  };
  host.core.show(checkoutSession, { ...recordingStatus, inputs: [polled] });
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  await inPalette('Poll an address');
  const form = dialog('Poll an address');
  await form.getByLabel('Address to poll').fill('https://shop.example/log');
  await form.getByLabel('In place of').selectOption('https://shop.example/lgo');
  host.core.refuseNext('source.poll', 'This address is none.');
  await form.getByRole('button', { name: 'Start polling' }).click();
  await form.getByText('This address is none.').waitFor();
  await form.getByRole('button', { name: 'Start polling' }).click();
  await form.waitFor({ state: 'detached' });
  expect(asked('source.poll').at(-1)).toEqual({
    url: 'https://shop.example/log',
    headers: [],
    instead: 'https://shop.example/lgo',
  });
});

test('columns and zone of orders are set once and go along with the file that is read', async () => {
  await inPalette('How orders are read');
  const form = dialog('How orders are read');
  await form.getByLabel('Order number').fill('Bestellung');
  await form.getByLabel('Zone of its times').fill('Europe/Berlin');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    form.getByRole('button', { name: 'Read a file so…' }).click(),
  ]);
  const before = asked('session.import').length;
  await chooser.setFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from('Bestellung\n1001\n') });
  const input = await eventually(() => asked('session.import').slice(before)[0], { withinMs: 5000 });
  expect(input).toMatchObject({ orders: { columns: { number: 'Bestellung' }, zone: 'Europe/Berlin' } });
});
