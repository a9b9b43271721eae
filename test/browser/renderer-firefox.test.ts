/** The window in a stock Firefox: every view, choosing, searching, the palette, settings and links work there too. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type FirefoxWindow, firefoxPath, openFirefoxWindow } from '../support/firefox-window.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { recordingStatus } from '../support/view-states.ts';

if (firefoxPath === undefined) console.log('The window is not tried in Firefox: no Firefox on this machine.');

const withinMs = 20_000;

let window: FirefoxWindow;

const find = (selector: string) => window.page.waitForSelector(selector, { timeout: withinMs });
/** A click as a person's: the mouse goes there. */
async function click(selector: string): Promise<void> {
  const element = await find(selector);
  await element?.scrollIntoView();
  await element?.click();
}
const shows = (text: string) => find(`::-p-text(${text})`);
const press = (key: Parameters<FirefoxWindow['page']['keyboard']['press']>[0]) => window.page.keyboard.press(key);
const type = (text: string) => window.page.keyboard.type(text);
const rows = () => window.page.$$eval('.pair-rows .pair-row', (all) => all.map((row) => row.textContent ?? ''));
const tab = (name: string) => `::-p-xpath(//*[@role="tab"][starts-with(normalize-space(.), "${name}")])`;
const isDark = () => window.page.evaluate(() => document.documentElement.dataset.theme === 'dark');
const background = () => window.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Until the element with the focus is `selector`. */
const focusIsOn = (selector: string) =>
  eventually(() => window.page.evaluate((each) => document.activeElement?.matches(each) ?? false, selector), {
    withinMs,
  });

describe.skipIf(firefoxPath === undefined)('in Firefox', () => {
  beforeAll(async () => {
    window = await openFirefoxWindow();
  });
  afterAll(() => window.close());
  beforeEach(async () => {
    window.core.show(checkoutSession, recordingStatus);
    await window.startAnew();
    await eventually(async () => (await rows()).length === 14, { withinMs });
  });
  afterEach(() => {
    expect(window.complaints.splice(0)).toEqual([]);
  });

  test('the start page opens the sample session', async () => {
    window.core.close();
    await shows('Record a site');
    await click('::-p-text(Sample session)');
    await eventually(async () => (await rows()).length === 14, { withinMs });
    await shows('Meta would count');
  });

  test('each tab shows its view, by mouse and by key', async () => {
    await click(tab('Findings'));
    await shows('Mark as known');
    await click(tab('Coverage'));
    await shows('Does Meta learn of what happened?');
    await click(tab('Pairs'));
    await eventually(async () => (await rows()).length === 14, { withinMs });
    await press('2');
    await shows('Mark as known');
    await press('3');
    await shows('By which keys can Meta find the person?');
  });

  test('a pair is chosen by mouse, and its detail opens and closes', async () => {
    await click(
      '::-p-xpath(//*[@aria-label="Pairs"]//*[@role="row"][contains(., "Purchase")][contains(., "Counted twice")])',
    );
    await shows('Meta counts this twice');
    await press('Escape');
    await eventually(async () => (await window.page.$('.pair-detail')) === null, { withinMs });
  });

  test('a pair is chosen by keys alone', async () => {
    await press('j');
    await press('j');
    await press('Enter');
    await eventually(() => window.page.$('.pair-detail'), { withinMs });
    const chosen = await window.page.$eval('.pair-row[aria-selected="true"]', (row) => row.textContent);
    expect(chosen).toBe((await rows())[1]);
  });

  test('a mark of the lanes is walked to by keys and opened', async () => {
    await window.page.focus('[role="grid"][aria-label^="Lanes"]');
    await press('End');
    await press('ArrowLeft');
    await press('Enter');
    await shows('Only the server told Meta');
  });

  test('the search completes a key and its value, and narrows the list', async () => {
    await press('/');
    await focusIsOn('[role="combobox"]');
    await type('ev');
    await window.page.waitForSelector('[role="option"]');
    await press('ArrowDown');
    await press('Enter');
    await type('pur');
    await shows('Purchase');
    await press('ArrowDown');
    await press('Tab');
    await eventually(async () => (await rows()).length === 2, { withinMs });
    expect(await window.page.$eval('[role="combobox"]', (field) => (field as HTMLInputElement).value)).toBe(
      'event:Purchase ',
    );
  });

  test('the palette runs an action by its name', async () => {
    await window.page.keyboard.down('Control');
    await press('k');
    await window.page.keyboard.up('Control');
    await find('[role="dialog"] input');
    await type('coverage');
    await press('Enter');
    await shows('Does Meta learn of what happened?');
  });

  test('the question mark lists the keys, and Escape closes the list', async () => {
    await press('?');
    await shows('Keyboard shortcuts');
    await press('Escape');
    await eventually(async () => (await window.page.$('dialog[open]')) === null, { withinMs });
  });

  test('the dark theme is chosen in the settings, holds at once and after a reload', async () => {
    const light = await background();
    await press(',');
    await click('::-p-xpath(//dialog[@open]//label[contains(., "Dark")])');
    await eventually(isDark, { withinMs });
    expect(await background()).not.toBe(light);
    await window.page.reload();
    await eventually(isDark, { withinMs });
  });

  test('a link brings back the search and the open pair', async () => {
    await press('/');
    await focusIsOn('[role="combobox"]');
    await type('event:Purchase');
    await eventually(async () => (await rows()).length === 2, { withinMs });
    await window.page.focus('[role="grid"][aria-label="Pairs"]');
    await press('Home');
    await press('Enter');
    await shows('Meta counts this twice');
    const link = window.page.url();
    await window.page.goto('about:blank');
    await window.page.goto(link);
    await shows('Meta counts this twice');
    expect((await rows()).length).toBe(2);
  });
});
