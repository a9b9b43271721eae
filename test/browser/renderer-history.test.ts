/** Back and Forward in a real Chromium: the browser's own, and the desktop's keys and mouse buttons. */
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
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open();
  await list().waitFor();
});
afterEach(() => host.release(page));

const list = () => page.getByRole('grid', { name: 'Pairs' });
const detail = () => page.getByRole('region', { name: 'Pair', exact: true });
const search = () => page.getByRole('combobox', { name: 'Search pairs' });
const tab = (name: RegExp) => page.getByRole('tab', { name });
const rowCount = () => list().getByRole('row').count();
const selectedTab = () => page.getByRole('tab', { selected: true }).first().innerText();

test('Back leaves the findings for the pair that was open, then closes it; Forward returns the same way', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await detail().waitFor();
  await tab(/Findings/).click();
  await page.goBack();
  await detail().waitFor();
  expect(await selectedTab()).toMatch(/Pairs/);
  await page.goBack();
  await detail().waitFor({ state: 'detached' });
  await page.goForward();
  await detail().waitFor();
  await page.goForward();
  await eventually(async () => /Findings/.test(await selectedTab()), { withinMs: 5000 });
});

test('what is typed into the filter is no step of its own; taking it away is one', async () => {
  const all = await rowCount();
  const steps = await page.evaluate(() => history.length);
  await search().pressSequentially('event:Purchase');
  await eventually(async () => (await rowCount()) < all, { withinMs: 5000 });
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.getByText('Show all').click();
  await eventually(async () => (await rowCount()) === all, { withinMs: 5000 });
  await page.goBack();
  await eventually(async () => (await search().inputValue()) === 'event:Purchase', { withinMs: 5000 });
  expect(await rowCount()).toBeLessThan(all);
});

test('Back brings the choice of pairs that a finding made', async () => {
  await tab(/Findings/).click();
  await page.getByRole('button', { name: 'Show in the list' }).first().click();
  const choice = page.getByRole('button', { name: /: take away$/ });
  await choice.click();
  await choice.waitFor({ state: 'detached' });
  await page.goBack();
  await choice.waitFor();
  await page.goBack();
  await eventually(async () => /Findings/.test(await selectedTab()), { withinMs: 5000 });
});

test('a link to a pair opens it in a window that starts with it, and leaves the address as it was', async () => {
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await detail().waitFor();
  await eventually(() => /pair=/.test(page.url()), { withinMs: 5000 });
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await detail().waitFor();
  expect(page.url()).toBe(link);
});

test('on the desktop Alt and an arrow, and the buttons at the side of the mouse, step back and forth', async () => {
  const desktop = await host.open({ pick: '/home/ada/none.har' });
  await desktop.getByRole('grid', { name: 'Pairs' }).waitFor();
  const shown = () => desktop.getByRole('tab', { selected: true }).first().innerText();
  const shows = (name: RegExp) => eventually(async () => name.test(await shown()), { withinMs: 5000 });
  const side = (button: number) =>
    desktop.evaluate((which) => window.dispatchEvent(new MouseEvent('mouseup', { button: which })), button);
  await desktop.getByRole('tab', { name: /Findings/ }).click();
  await shows(/Findings/);
  await desktop.keyboard.press('Alt+ArrowLeft');
  await shows(/Pairs/);
  await desktop.keyboard.press('Alt+ArrowRight');
  await shows(/Findings/);
  await side(3);
  await shows(/Pairs/);
  await side(4);
  await shows(/Findings/);
  await host.release(desktop);
});
