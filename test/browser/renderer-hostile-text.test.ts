/** Text of strangers in every place that shows some, in a real Chromium: it is read, never obeyed, and never endless. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endless, hostileAction, markup, turned, turnedShown } from '../support/hostile-text.ts';
import { viewSession } from '../support/view-actions.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';

/** What any one part of the window may hold of a text: a cut value with the words around it. */
const mostInOnePlace = 2500;

/** A megabyte many times over, on a machine that does other things too. */
const slowMs = 90_000;

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
  const actions = [markup, turned, endless].map((text, n) => hostileAction(n * 60_000, text));
  host.core.show(viewSession(Date.UTC(2026, 10, 24, 9), actions), recordingStatus);
  page = await host.open({ height: 1080 });
  await page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(3).waitFor();
});
afterAll(() => host.close());

type Place = { name: string; selector: string; show(): Promise<unknown> };

const row = (index: number) => page.locator('.pair-rows .pair-row').nth(index);
const chooseRow = (index: number) => async () => {
  await page.getByRole('tab', { name: /^Pairs/ }).click();
  await row(index).click();
};
const places: Place[] = [
  { name: 'the list', selector: '#pair-grid', show: chooseRow(0) },
  { name: 'the table of the lanes', selector: '.lanes .visually-hidden', show: chooseRow(0) },
  {
    name: 'the tip of the lanes',
    selector: '.lane-tip',
    show: async () => {
      await chooseRow(1)();
      await page.getByRole('grid', { name: 'Lanes' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'the detail', selector: '.pair-detail', show: chooseRow(1) },
  {
    name: 'the findings',
    selector: '.findings-view',
    show: () => page.getByRole('tab', { name: /^Findings/ }).click(),
  },
  {
    name: 'the coverage',
    selector: '.coverage-view',
    show: () => page.getByRole('tab', { name: /^Coverage/ }).click(),
  },
  {
    name: 'completion',
    selector: '.search-options',
    show: async () => {
      await page.getByRole('tab', { name: /^Pairs/ }).click();
      await page.getByLabel('Search pairs').fill('event:');
    },
  },
  {
    name: 'the line on the last action',
    selector: '.feedback-place',
    show: async () => {
      await page.getByLabel('Search pairs').fill('');
      host.core.refuseNext('session.stop', `Refused: ${turned} ${endless}`);
      await page.getByRole('button', { name: 'Stop' }).click();
    },
  },
];

test.each(places)(
  'in $name direction and control characters are shown by their numbers',
  async ({ selector, show }) => {
    await show();
    const place = page.locator(selector).first();
    await place.getByText(turnedShown.slice(0, 12)).first().waitFor({ state: 'attached' });
    const text = (await place.textContent()) ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
    const titles = await place.locator('[title]').evaluateAll((all) => all.map((each) => each.getAttribute('title')));
    expect(titles.join('')).not.toContain('\u202E');
  },
);

test.each([0, 1, 2])(
  'row %i and its detail, its finding and its mark hold no more of a text than is read',
  async (index) => {
    await chooseRow(index)();
    await page
      .getByRole('region', { name: 'Pair', exact: true })
      .getByText('What to mend')
      .waitFor({ timeout: slowMs });
    const longest = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let most = 0;
      while (walker.nextNode() !== null) most = Math.max(most, walker.currentNode.nodeValue?.length ?? 0);
      for (const { attributes } of document.querySelectorAll('*')) {
        for (const { name, value } of attributes) if (name !== 'd') most = Math.max(most, value.length);
      }
      return most;
    });
    expect(longest).toBeLessThan(mostInOnePlace);
  },
);

test('markup is text in the page: it makes no element and runs nothing', async () => {
  await chooseRow(0)();
  await page.getByRole('region', { name: 'Pair', exact: true }).getByText('<img src=x').first().waitFor();
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await page.locator('.findings-view').getByText('<img src=x').first().waitFor();
  expect(await page.locator('img[src="x"], body script').count()).toBe(0);
  expect(await page.title()).not.toContain('owned');
});

test('what is cut can be shown further, piece by piece', async () => {
  await chooseRow(2)();
  const more = page
    .locator('.pair-detail')
    .getByRole('button', { name: /more character/ })
    .first();
  const before = await more.innerText();
  await more.click();
  const numberOf = (text: string) => Number(text.replace(/\D/g, ''));
  expect(numberOf(await more.innerText())).toBeLessThan(numberOf(before));
});
