/** The workbench in a real Chromium: arranging the list, coverage, marks, copying, the palette, links to a view. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { checkoutSession, longSession } from '../support/view-checkout.ts';
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
  await list().waitFor();
});
afterEach(() => host.release(page));

const list = () => page.getByRole('grid', { name: 'Pairs' });
const rows = () =>
  list()
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
const heads = async () => (await list().getByRole('columnheader').allInnerTexts()).map((head) => head.trim());
const detail = () => page.getByRole('region', { name: 'Pair', exact: true });
const press = (keys: string) => page.keyboard.press(keys);
const asked = (name: string) => host.core.asked.filter((call) => call.name === name).map(({ input }) => input);
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

async function arrange(choice: string): Promise<void> {
  await page.getByRole('button', { name: 'Arrange the list' }).click();
  await page.getByRole('menu').getByText(choice, { exact: true }).last().click();
  await press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

test('a click on a head sorts, the next turns the order round, the third takes it back', async () => {
  const times = async () => (await rows().locator(':first-child').allInnerTexts()).join();
  const before = await times();
  const head = () => list().getByRole('columnheader', { name: 'Gap' });
  await head().getByRole('button').click();
  expect(await head().getAttribute('aria-sort')).toBe('ascending');
  expect(await times()).not.toBe(before);
  await head().getByRole('button').click();
  expect(await head().getAttribute('aria-sort')).toBe('descending');
  await head().getByRole('button').click();
  expect(await head().getAttribute('aria-sort')).toBe(null);
  expect(await times()).toBe(before);
});

test('columns are chosen in the menu, and the choice outlives the window', async () => {
  expect(await heads()).not.toContain('Page');
  await arrange('Page');
  expect(await heads()).toContain('Page');
  await page.reload();
  await list().waitFor();
  expect(await heads()).toContain('Page');
});

test('a column is made wider by its edge and by keys, and goes back by a double click', async () => {
  const width = async () =>
    (await list().getByRole('columnheader', { name: 'Event', exact: true }).boundingBox())?.width ?? 0;
  const before = await width();
  await list().getByRole('columnheader', { name: 'Event', exact: true }).getByRole('button').focus();
  await press('Alt+ArrowRight');
  await eventually(async () => (await width()) > before, { withinMs: 5000 });
  const edge = list().getByRole('separator', { name: 'Width of Event', exact: true });
  await edge.hover();
  await page.mouse.down();
  await page.mouse.move(500, 600);
  await page.mouse.up();
  expect(await width()).toBeGreaterThan(before + 20);
  await edge.dblclick();
  await eventually(async () => (await width()) === before, { withinMs: 5000 });
});

test('grouped by event name, each group has its count, folds, and the cursor passes over what is folded', async () => {
  await arrange('Event name');
  const group = (name: RegExp) => list().getByRole('button', { name });
  await group(/^PageView/).waitFor();
  const shown = await rows().count();
  await group(/^PageView/).click();
  expect(await group(/^PageView/).getAttribute('aria-expanded')).toBe('false');
  expect(await rows().count()).toBeLessThan(shown);
  await list().focus();
  await press('Home');
  expect(await list().getByRole('row', { selected: true }).innerText()).not.toContain('PageView');
});

test('rows that come in above what is read do not move it', async () => {
  host.core.show(longSession(20), recordingStatus);
  await page.reload();
  await list().waitFor();
  await list().getByRole('columnheader', { name: 'Time' }).getByRole('button').click();
  await list().evaluate((grid) => grid.scrollTo(0, 2000));
  const firstInSight = () =>
    list().evaluate((grid) => {
      const top = grid.getBoundingClientRect().top + 28;
      const inSight = [...grid.querySelectorAll('.pair-rows .pair-row')].filter(
        (row) => row.getBoundingClientRect().top >= top,
      );
      const first = inSight.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)[0];
      return { text: first?.textContent, top: Math.round(first?.getBoundingClientRect().top ?? 0) };
    });
  await eventually(async () => (await firstInSight()).text !== undefined, { withinMs: 5000 });
  const before = await firstInSight();
  const { events, pairs } = longSession(21);
  host.core.change({ events, pairs });
  await page.getByRole('tab', { name: /Pairs 294/ }).waitFor();
  expect(await firstInSight()).toEqual(before);
});

test('coverage tells each measure, and its numbers open their pairs', async () => {
  await press('3');
  for (const question of ['Does Meta learn of what happened?', 'By which keys can Meta find the person?']) {
    await page.getByRole('heading', { name: question }).waitFor();
  }
  await page.getByRole('button', { name: /counted twice/ }).click();
  expect(await rows().count()).toBe(2);
  await page.getByRole('button', { name: 'Only counted twice: take away' }).click();
  expect(await rows().count()).toBe(14);
  await press('3');
  await page.getByRole('button', { name: /^ViewContent/ }).click();
  expect(await page.getByLabel('Search pairs').inputValue()).toBe('event:ViewContent paired:no');
});

test('a cause is marked as known with a note, goes to the end, and comes back', async () => {
  await press('2');
  const causes = () => page.getByRole('tabpanel').getByRole('heading', { level: 2 }).allInnerTexts();
  const before = await causes();
  await page.getByRole('button', { name: 'Mark as known…' }).first().click();
  await page.keyboard.type('ticket 12');
  await press('Enter');
  await page.getByText('Known: ticket 12').waitFor();
  expect((await causes()).at(-1)).toBe(before[0]);
  await page.getByRole('button', { name: 'Not known any more' }).click();
  await eventually(async () => (await causes())[0] === before[0], { withinMs: 5000 });
});

test('a pair is pinned by key, and a note is written on the axis of time', async () => {
  const before = asked('session.mark').length;
  await press('j');
  await press('m');
  await list().getByTitle('Pinned').waitFor();
  await press('n');
  await page.keyboard.type('coupon applied here');
  await press('Enter');
  await eventually(() => asked('session.mark').length === before + 2, { withinMs: 5000 });
  expect(asked('session.mark').at(-1)).toMatchObject({ about: 'moment', text: 'coupon applied here' });
});

test('customer information is masked, and shown for as long as the eye is held', async () => {
  await list()
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await detail()
    .getByRole('tab', { name: /Server/ })
    .click();
  const text = () => detail().innerText();
  const hash = /[0-9a-f]{64}/;
  await detail().getByText('Customer information').waitFor();
  expect(await text()).not.toMatch(hash);
  const eye = page.getByRole('button', { name: 'Hold to show customer information' });
  await eye.focus();
  await page.keyboard.down(' ');
  await eventually(async () => hash.test(await text()), { withinMs: 5000 });
  await page.keyboard.up(' ');
  await eventually(async () => !hash.test(await text()), { withinMs: 5000 });
});

test('a pair is copied as a ticket and as the call that sends it', async () => {
  await list()
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await detail().waitFor();
  const copy = async (form: string) => {
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('menuitem', { name: form }).click();
    await page.getByText(`Copied: ${form}.`).waitFor();
    return clipboard();
  };
  expect(await copy('Markdown for a ticket, masked')).toContain('### Purchase: Meta counts this twice');
  expect(await copy('fbq call')).toMatch(/^fbq\('trackSingle', '\d+', 'Purchase'/);
  expect(await copy('cURL of the event')).toContain('$ACCESS_TOKEN');
});

test('the list is without a gap wherever it is scrolled to, by rows and by many pages', async () => {
  host.core.show(manyPairs({ pairs: 2000, spanMs: 3_600_000 }), recordingStatus);
  await page.locator('#pair-grid[aria-rowcount="2001"]').waitFor();
  for (const by of [-90, -3000, -700, 90, 2000, -20_000]) {
    await list().evaluate((grid, px) => grid.scrollBy(0, px), by);
    await eventually(() => list().evaluate(isFilled), { withinMs: 5000 });
  }
});

/** Runs in the page: from the header to the lower edge, each row ends where the next one begins. */
function isFilled(grid: Element): boolean {
  const { bottom } = grid.getBoundingClientRect();
  const head = grid.querySelector('.pair-header')?.getBoundingClientRect().bottom ?? Number.NaN;
  const boxes = [...grid.querySelectorAll('.pair-rows .pair-row')].map((row) => row.getBoundingClientRect());
  const inOrder = boxes.sort((a, b) => a.top - b.top);
  const hasGap = inOrder.some(({ top }, n) => n > 0 && top - (inOrder[n - 1]?.bottom ?? Number.NaN) > 0.5);
  return !hasGap && (inOrder[0]?.top ?? Number.NaN) <= head && (inOrder.at(-1)?.bottom ?? 0) >= bottom;
}

test('the palette finds an action by its name, and runs it', async () => {
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find an action' }).waitFor();
  await page.keyboard.type('coverage');
  await press('Enter');
  await page.getByRole('tab', { name: 'Coverage', selected: true }).waitFor();
});

test('every key of the list of keys is one that does something', async () => {
  await press('?');
  const keys = await page.getByRole('dialog').locator('kbd').allInnerTexts();
  expect(keys).toEqual(expect.arrayContaining(['j', 'Enter', '/', '0', '?', 'Ctrl K']));
});

test('a link brings back list, filter and pair, and keeps the token of its address', async () => {
  await press('/');
  await page.keyboard.type('event:Purchase');
  await eventually(async () => (await rows().count()) < 14, { withinMs: 5000 });
  await list().focus();
  await press('Home');
  await press('Enter');
  const heading = await detail().getByRole('heading', { level: 2 }).innerText();
  const link = page.url();
  expect(link).toContain('token=');
  const other = await page.context().newPage();
  await other.goto(link);
  await other.getByRole('region', { name: 'Pair', exact: true }).getByRole('heading', { name: heading }).waitFor();
  expect(await other.getByLabel('Search pairs').inputValue()).toBe('event:Purchase');
});

test('the edges of lanes and detail move by keys, and stay where they were left', async () => {
  await press('j');
  await press('Enter');
  const edge = page.getByRole('separator', { name: 'Width of the detail' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await press('ArrowLeft');
  await eventually(async () => Number(await edge.getAttribute('aria-valuenow')) > before, { withinMs: 5000 });
  const lanes = page.getByRole('separator', { name: 'Height of the lanes' });
  await lanes.focus();
  await press('ArrowDown');
  const height = await lanes.getAttribute('aria-valuenow');
  await page.reload();
  await list().waitFor();
  expect(await lanes.getAttribute('aria-valuenow')).toBe(height);
});

test('the session is named in the window', async () => {
  host.core.show(checkoutSession, {
    ...recordingStatus,
    label: { name: null, note: '', colour: null, isPinned: false },
  });
  await page.getByRole('button', { name: 'shop-2026-11-24' }).click();
  await page.keyboard.type('Black Friday');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Black Friday' }).waitFor();
});

test('times are shown on the clock that the reader chooses', async () => {
  await page.getByRole('button', { name: 'UTC' }).waitFor();
  await press('Control+k');
  await page.keyboard.type('times in utc');
  await press('Enter');
  await list().waitFor();
});

test('coverage, the menus and the palette have no violation in light and in dark', async () => {
  await page.getByRole('button', { name: 'Arrange the list' }).click();
  await page.getByRole('menu').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await press('Escape');
  await press('3');
  await page.getByRole('heading', { name: 'Does Meta learn of what happened?' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Find an action' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
});
