/** The lanes in a real Chromium: painted marks are pointed at, pressed, zoomed, panned and walked along by keys. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { checkoutSession, longSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';

const withinMs = 10_000;
const stopped = { capture: { state: 'stopped', reason: 'You stopped the recording.' } } as const;

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(checkoutSession, stopped);
  page = await host.open({ height: 1080 });
  await lanes().waitFor();
});
afterEach(() => host.release(page));

const lanes = () => page.getByRole('grid', { name: 'Lanes' });
const chosenRow = () => lanes().getByRole('row', { selected: true });
const tip = () => page.locator('.lane-tip');
const tipText = async () => ((await tip().count()) === 0 ? '' : await tip().innerText());
const shows = (text: RegExp) => eventually(async () => text.test(await tipText()), { withinMs });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const isPressed = async (name: string) => (await button(name).getAttribute('aria-pressed')) === 'true';

/** Where the tip points, in px of the lanes. */
async function tipPlace(): Promise<[x: number, y: number]> {
  const read = async (name: string) => Number(await tip().getAttribute(name));
  return [await read('data-x'), await read('data-y')];
}

/** Moves the mouse to px of the lanes. */
async function pointAt([x, y]: readonly [number, number], offset = 0): Promise<void> {
  const box = await lanes().boundingBox();
  if (box === null) throw new Error('The lanes are on the page.');
  await page.mouse.move(box.x + x + offset, box.y + y);
}

/** Walks to the last pair but one by keys, and returns where it stands. */
async function walkToBlockedPurchase(): Promise<[number, number]> {
  await lanes().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await shows(/Purchase\s*Server only/);
  return tipPlace();
}

/** The colour of the canvas at px of the lanes. */
const colourAt = ([x, y]: readonly [number, number]) =>
  page.evaluate(
    ([left, top]) => {
      const painted = document.querySelector<HTMLCanvasElement>('.lane-picture canvas');
      const spot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (painted === null || spot === null) return '';
      spot.drawImage(painted, -left * devicePixelRatio, -top * devicePixelRatio);
      return spot.getImageData(0, 0, 1, 1).data.join();
    },
    [x, y] as const,
  );

test('arrows, Home and End walk from pair to pair, each with its line, and Enter opens', async () => {
  await walkToBlockedPurchase();
  const cells = await chosenRow().getByRole('gridcell').allInnerTexts();
  expect(cells).toEqual(['09:06:28', 'Purchase', 'Server only', 'blocked', 'logged', '1 min 13 s']);
  expect(await lanes().getAttribute('aria-activedescendant')).toBe(await chosenRow().getAttribute('id'));
  await page.keyboard.press('Home');
  await eventually(async () => (await chosenRow().innerText()).includes('09:02:00'), { withinMs });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Pair', exact: true }).getByText('Meta counts this once').waitFor();
});

test('the pointer on a mark says the pair in one line, and a press opens it in the detail', async () => {
  const place = await walkToBlockedPurchase();
  await page.keyboard.press('Home');
  await pointAt([place[0], place[1]]);
  await shows(/Purchase\s*Server only\s*1 min 13 s\s*1002/);
  await page.mouse.down();
  await page.mouse.up();
  await eventually(async () => (await chosenRow().innerText()).includes('Server only'), { withinMs });
  await page.getByRole('heading', { name: 'Only the server told Meta' }).waitFor();
  await pointAt([2, 5]);
  await eventually(async () => (await tipText()) === '', { withinMs });
});

test('a pair that is pointed at in the list is marked in the lanes', async () => {
  const place = await walkToBlockedPurchase();
  await page.keyboard.press('Home');
  const ring: [number, number] = [place[0] + 8.5, place[1]];
  const before = await colourAt(ring);
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1002/ })
    .hover();
  await eventually(async () => (await colourAt(ring)) !== before, { withinMs });
});

test('the wheel zooms at the pointer, a drag pans, and 0 shows all again', async () => {
  const place = await walkToBlockedPurchase();
  expect(await isPressed('Show all')).toBe(true);
  await pointAt(place);
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -120);
  await eventually(async () => !(await isPressed('Show all')), { withinMs });
  await page.locator('.lane-window').waitFor();
  await shows(/Purchase\s*Server only/);
  expect(Math.abs((await tipPlace())[0] - place[0])).toBeLessThanOrEqual(2);

  await page.mouse.down();
  await pointAt(place, -60);
  await pointAt(place, -120);
  await page.mouse.up();
  await shows(/Purchase\s*Server only/);
  expect(Math.abs((await tipPlace())[0] - (place[0] - 120))).toBeLessThanOrEqual(2);

  await lanes().focus();
  await page.keyboard.press('0');
  await eventually(() => isPressed('Show all'), { withinMs });
  await page.locator('.lane-window').waitFor({ state: 'hidden' });
});

test('shift and wheel pan, plus and minus zoom at the chosen pair, and the controls do the same', async () => {
  const [x] = await walkToBlockedPurchase();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await shows(/Purchase/);
  await eventually(async () => !(await isPressed('Show all')), { withinMs });
  expect(Math.abs((await tipPlace())[0] - x)).toBeLessThanOrEqual(2);
  await page.keyboard.down('Shift');
  await pointAt([300, 5]);
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Shift');
  await button('Zoom out').click();
  await button('Zoom out').click();
  await eventually(() => isPressed('Show all'), { withinMs });
  await button('Zoom in').click();
  await eventually(async () => !(await isPressed('Show all')), { withinMs });
});

test('the overview brings another part of the session into view', async () => {
  await lanes().focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('+');
  const shown = page.locator('.lane-window');
  await shown.waitFor();
  const leftOf = async () => (await shown.boundingBox())?.x ?? 0;
  const strip = await page.locator('.lane-strip').boundingBox();
  if (strip === null) throw new Error('The overview is on the page.');
  await page.mouse.click(strip.x + strip.width - 4, strip.y + 8);
  const atEnd = await eventually(async () => ((await leftOf()) > strip.x + strip.width / 2 ? leftOf() : null), {
    withinMs,
  });
  await page.mouse.move(strip.x + strip.width - 4, strip.y + 8);
  await page.mouse.down();
  await page.mouse.move(strip.x + 10, strip.y + 8, { steps: 4 });
  await page.mouse.up();
  await eventually(async () => (await leftOf()) < atEnd, { withinMs });
});

test('what the filter leaves out is faded, and comes back with it', async () => {
  const place = await walkToBlockedPurchase();
  await page.keyboard.press('Home');
  const ground = await colourAt([place[0] + 3, place[1]]);
  await page.keyboard.press('/');
  await page.keyboard.type('event:AddToCart');
  await eventually(async () => (await colourAt([place[0] + 3, place[1]])) !== ground, { withinMs });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await eventually(async () => (await colourAt([place[0] + 3, place[1]])) === ground, { withinMs });
});

test('another theme repaints the lanes in its colours', async () => {
  const place = await walkToBlockedPurchase();
  await page.keyboard.press('Home');
  const light = await colourAt(place);
  await page.emulateMedia({ colorScheme: 'dark' });
  await eventually(async () => (await colourAt(place)) !== light, { withinMs });
});

test('a recording follows the newest until the user looks elsewhere, and F goes back to it', async () => {
  const { events, pairs } = manyPairs({ pairs: 120, spanMs: 600_000 });
  host.core.show({ ...checkoutSession, events, pairs: pairs.slice(0, 100) }, recordingStatus);
  await eventually(() => isPressed('Follow the newest'), { withinMs });
  const strip = await page.locator('.lane-strip').boundingBox();
  const endOf = async () => {
    const shown = await page.locator('.lane-window').boundingBox();
    return (strip?.x ?? 0) + (strip?.width ?? 0) - ((shown?.x ?? 0) + (shown?.width ?? 0));
  };
  host.core.change({ pairs: pairs.slice(100) });
  await eventually(async () => (await endOf()) < 2, { withinMs });
  await pointAt([300, 5]);
  await page.mouse.down();
  await pointAt([600, 5]);
  await pointAt([700, 5]);
  await page.mouse.up();
  await eventually(async () => !(await isPressed('Follow the newest')) && (await endOf()) > 2, { withinMs });
  await lanes().focus();
  await page.keyboard.press('f');
  await eventually(async () => (await isPressed('Follow the newest')) && (await endOf()) < 2, { withinMs });
});

test('what is being read stays where it is while new events come', async () => {
  const { events, pairs } = manyPairs({ pairs: 90, spanMs: 600_000 });
  host.core.show({ ...checkoutSession, events: events.slice(0, 120), pairs: pairs.slice(0, 60) }, recordingStatus);
  await lanes().focus();
  await page.keyboard.press('Home');
  await shows(/./);
  const place = await tipPlace();
  await eventually(async () => !(await isPressed('Follow the newest')), { withinMs });
  host.core.change({ events: events.slice(120), pairs: pairs.slice(60) });
  await eventually(async () => (await lanes().getAttribute('aria-rowcount')) === '91', { withinMs });
  expect(await tipPlace()).toEqual(place);
});

test('thousands of pairs are groups that say what is in them, and a press looks inside', async () => {
  host.core.show(manyPairs({ pairs: 3000, spanMs: 7_200_000 }), stopped);
  await eventually(async () => (await lanes().getAttribute('aria-rowcount')) === '3001', { withinMs });
  await pointAt([400, 40]);
  await shows(/browser events, .* server events/);
  await page.mouse.down();
  await page.mouse.up();
  await eventually(async () => !(await isPressed('Show all')), { withinMs });
  expect(await lanes().getByRole('row').count()).toBeLessThan(60);
});

test('the lanes take the height that they are given, and stay whole at the least', async () => {
  host.core.show(longSession(3), stopped);
  const handle = page.getByRole('separator', { name: /lanes/i });
  await handle.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowUp');
  await eventually(async () => ((await page.locator('.lanes').boundingBox())?.height ?? 0) === 150, { withinMs });
  await lanes().focus();
  await page.keyboard.press('End');
  await shows(/ViewContent/);
  expect((await tipPlace())[1]).toBeLessThan(60);
  expect(await colourAt(await tipPlace())).not.toBe('0,0,0,0');
});
