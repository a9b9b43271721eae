/** The search field in a real Chromium: completion by keys and mouse, faults in place, kept searches. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';
import { violationsOf } from '../support/violations.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open({ height: 1080 });
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
});
afterEach(() => host.release(page));

const field = () => page.getByRole('combobox', { name: 'Search pairs' });
const options = () => page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
const count = (text: string) => page.getByText(text, { exact: true }).waitFor();

test('a key is completed by its beginning and its value by what occurs, by keys alone', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('ev');
  await options().first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await field().inputValue()).toBe('event:');
  await page.keyboard.type('pur');
  await eventually(async () => (await options().allInnerTexts()).join().startsWith('Purchase'), { withinMs: 5000 });
  expect(await violationsOf(page, '.toolbar')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  expect(await field().getAttribute('aria-activedescendant')).toBe(await options().first().getAttribute('id'));
  await page.keyboard.press('Tab');
  expect(await field().inputValue()).toBe('event:Purchase ');
  await count('2 of 14 pairs');
  await page.keyboard.type('verdict:double-counted');
  await count('1 of 14 pairs');
});

test('Escape closes what is offered, then clears, then leaves the field', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('event:P');
  await options().first().waitFor();
  await page.keyboard.press('Escape');
  expect(await options().count()).toBe(0);
  expect(await field().inputValue()).toBe('event:P');
  await page.keyboard.press('Escape');
  expect(await field().inputValue()).toBe('');
});

test('a fault is told under the field with its place, and the last good result stays', async () => {
  await field().fill('event:Purchase');
  await count('2 of 14 pairs');
  await field().fill('event:Purchase colour:red');
  await page.getByText('There is no key “colour”.').waitFor();
  expect(await page.locator('.search-fault mark').innerText()).toBe('colour');
  expect(await field().getAttribute('aria-invalid')).toBe('true');
  await count('2 of 14 pairs');
  expect(await violationsOf(page, '.toolbar')).toEqual([]);
});

test('what more typing may mend is no fault before the field is left', async () => {
  await field().fill('gap>5');
  expect(await field().getAttribute('aria-invalid')).toBe('false');
  await field().press('Enter');
  await page.getByText('gap needs a time such as 5s').waitFor();
  await field().fill('gap>5s');
  expect(await page.locator('.search-fault').count()).toBe(0);
});

test('an option is taken by a click, and one click clears the field', async () => {
  await field().click();
  await options().filter({ hasText: 'verdict:' }).click();
  await options().filter({ hasText: 'server-only' }).click();
  expect(await field().inputValue()).toBe('verdict:server-only ');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  expect(await field().inputValue()).toBe('');
});

test('a kept search is offered in the empty field, also after a reload, and can be forgotten', async () => {
  await field().fill('paired:no');
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await field().fill('');
  await page.reload();
  await field().click();
  await options().filter({ hasText: 'Saved' }).click();
  expect(await field().inputValue()).toMatch(/^paired:no/);
  await page.getByRole('button', { name: 'Keep this search', pressed: true }).click();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await field().click();
  await options().first().waitFor();
  expect(await options().filter({ hasText: 'Saved' }).count()).toBe(0);
});
