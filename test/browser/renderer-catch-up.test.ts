/** A window that was cut off catches up without a gap or a double; two windows on one session agree. Real Chromium. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { createViewCore, type ViewCore } from '../support/view-core.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import type { ViewSession } from '../support/view-session.ts';
import { recordingStatus } from '../support/view-states.ts';

const all = manyPairs({ pairs: 24, spanMs: 60_000 });
const known = 12;

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(upTo(known), recordingStatus);
  page = await openWindow();
});
afterEach(() => host.release(page));

async function openWindow(): Promise<Page> {
  const window = await host.open({ height: 1400 });
  // A browser writes each refused connection to the console.
  host.forgive(window, /WebSocket|ERR_CONNECTION/);
  await sees(window, known);
  return window;
}

/** The first pairs of the session with their events. */
function upTo(count: number): ViewSession {
  return part(0, count);
}

function part(from: number, to: number): ViewSession {
  const pairs = all.pairs.slice(from, to);
  const ids = new Set<string>(pairs.flatMap(({ browser, server }) => [...browser, ...server]));
  return { ...all, pairs, events: all.events.filter(({ id }) => ids.has(id)), pageLoads: [] };
}

/** The window shows just the first `count` pairs, each once, in list, tab, table of the lanes. */
async function sees(window: Page, count: number): Promise<void> {
  await eventually(async () => (await keysOf(window)).length === count, { withinMs: 20_000 });
  const keys = await keysOf(window);
  expect(new Set(keys).size).toBe(count);
  await window.getByRole('tab', { name: `Pairs ${count}` }).waitFor();
  expect(await window.getByRole('grid', { name: 'Lanes' }).getAttribute('aria-rowcount')).toBe(String(count + 1));
}

/** Event id of each row. */
function keysOf(window: Page): Promise<string[]> {
  return window.locator('.pair-rows .cell-mono').allInnerTexts();
}

const isLost = (window: Page) => window.getByText('Not connected to Twinlane.').waitFor();

/** Each window looks again by itself too: the button may be gone already. */
async function comeBack({ core, windows = [page] }: { core?: ViewCore; windows?: Page[] } = {}): Promise<void> {
  await host.serveAgain(core);
  for (const window of windows) {
    await window.evaluate(() => document.querySelector<HTMLElement>('.connection-bar button')?.click());
  }
}

test('what came while the connection was gone is there once it is back, each pair once', async () => {
  await host.stopServing();
  await isLost(page);
  host.core.change(part(known, 18));
  await comeBack();
  await sees(page, 18);
  host.core.change(part(16, 24));
  await sees(page, 24);
});

test('a core that was started anew counts its pushes from the start, and the window follows it', async () => {
  for (let n = 0; n < 5; n += 1) host.core.change(part(0, known));
  await host.stopServing();
  await isLost(page);
  const restarted = createViewCore();
  restarted.show(upTo(8), recordingStatus);
  await comeBack({ core: restarted });
  await sees(page, 8);
  restarted.change(part(8, 20));
  await sees(page, 20);
  await host.stopServing();
  await host.serveAgain();
});

test('a window that slept through pushes has them all when it wakes', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  for (let count = known; count < 24; count += 2) host.core.change(part(count, count + 2));
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await sees(page, 24);
});

test('a window that slept while the core was started anew says so or has caught up when it wakes', async () => {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await host.stopServing();
  host.core.change(part(known, 20));
  await host.serveAgain();
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await sees(page, 20);
});

test('a window whose pushes are lost on the way asks for everything, and nothing stands twice', async () => {
  host.core.change(part(known, 14), 2);
  host.core.change(part(14, 24));
  await sees(page, 24);
});

test('two windows show the same rows, marks and status, also after the core was started anew', async () => {
  const other = await openWindow();
  host.core.change(part(known, 16));
  await Promise.all([sees(page, 16), sees(other, 16)]);
  await page.locator('.pair-rows .pair-row').first().click();
  await page.getByRole('button', { name: 'Pin this pair' }).click();
  await other.locator('.pair-rows .row-pin').waitFor();
  // The open detail leaves the list no room for its column of ids.
  await page.keyboard.press('Escape');
  await host.stopServing();
  await Promise.all([isLost(page), isLost(other)]);
  host.core.change(part(16, 22));
  await comeBack({ windows: [page, other] });
  await Promise.all([sees(page, 22), sees(other, 22)]);
  await other.locator('.pair-rows .pair-row').first().click();
  await other.getByRole('button', { name: 'Take the pin away' }).click();
  await eventually(async () => (await page.locator('.pair-rows .row-pin').count()) === 0, { withinMs: 10_000 });
  await other.keyboard.press('Escape');
  await eventually(async () => (await keysOf(other)).length === 22, { withinMs: 10_000 });
  expect(await keysOf(page)).toEqual(await keysOf(other));
  await host.release(other);
});
