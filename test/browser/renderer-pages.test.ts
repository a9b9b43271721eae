/** A long session comes into the window in pages: its first rows stand at once, and whatever happens meanwhile, none is missing or twice. Real Chromium. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { createViewCore, type ViewCore } from '../support/view-core.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import type { ViewSession } from '../support/view-session.ts';
import { recordingStatus } from '../support/view-states.ts';

const all = manyPairs({ pairs: 24, spanMs: 60_000 });
const first = 4;

let host: ViewHost;
let page: Page;
let core: ViewCore;
/** Pages that were asked for and are not answered yet. */
let held: (() => void)[];
let isHolding: boolean;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  await host.stopServing();
  held = [];
  isHolding = true;
  core = holdingPages(createViewCore({ pageSizes: { first, others: 3 } }));
  core.show(part(0, 18), recordingStatus);
  await host.serveAgain(core);
  page = await host.open({ height: 1400 });
  host.forgive(page, /WebSocket|ERR_CONNECTION/);
});
afterEach(() => host.release(page));

function holdingPages(inner: ViewCore): ViewCore {
  const wait = () => (isHolding ? new Promise<void>((resolve) => held.push(resolve)) : Promise.resolve());
  const answer: ViewCore['handlers']['session.page'] = async (input) => {
    await wait();
    return inner.handlers['session.page'](input);
  };
  return { ...inner, handlers: { ...inner.handlers, 'session.page': answer } };
}

async function isAsked(): Promise<void> {
  await eventually(async () => held.length > 0, { withinMs: 20_000 });
}

function letAllCome(): void {
  isHolding = false;
  for (const go of held.splice(0)) go();
}

function part(from: number, to: number): ViewSession {
  const pairs = all.pairs.slice(from, to);
  const ids = new Set<string>(pairs.flatMap(({ browser, server }) => [...browser, ...server]));
  return { ...all, pairs, events: all.events.filter(({ id }) => ids.has(id)), pageLoads: [] };
}

const eventIds = () => page.locator('.pair-rows .cell-mono').allInnerTexts();

/** The window shows just so many pairs, each once, in list and table of the lanes; tab and words tell of all. */
async function sees(count: number, whole = count): Promise<void> {
  await eventually(async () => (await eventIds()).length === count, { withinMs: 20_000 });
  expect(new Set(await eventIds()).size).toBe(count);
  await page.getByRole('tab', { name: `Pairs ${whole}` }).waitFor();
  const told = await page.locator('.still-coming').allInnerTexts();
  expect(told).toEqual(count < whole ? [`${count} of ${whole} pairs here so far`] : []);
  expect(await page.getByRole('grid', { name: 'Lanes' }).getAttribute('aria-rowcount')).toBe(String(count + 1));
}

test('the first rows stand before the rest is there, and all of them in the end', async () => {
  await isAsked();
  await sees(first, 18);
  letAllCome();
  await sees(18);
});

test('what is pushed between the pages stands once, also what a later page has in an older form', async () => {
  await isAsked();
  await sees(first, 18);
  const renamed = { ...part(14, 15), pairs: part(14, 15).pairs.map((pair) => ({ ...pair, eventName: 'Renamed' })) };
  core.change(renamed);
  core.change(part(18, 24));
  await sees(first + 1 + 6, 24);
  letAllCome();
  await sees(24);
  await page.locator('.pair-rows').getByText('Renamed').waitFor();
});

test('a connection that is lost between two pages brings all of the session once it is back', async () => {
  await isAsked();
  await sees(first, 18);
  await host.stopServing();
  await page.getByText('Not connected to Twinlane.').waitFor();
  core.change(part(18, 20));
  letAllCome();
  await host.serveAgain(core);
  await page.evaluate(() => document.querySelector<HTMLElement>('.connection-bar button')?.click());
  await sees(20);
});

test('a session that takes the place of one that is still coming in has no row of it', async () => {
  await isAsked();
  core.show(part(20, 23), recordingStatus);
  await sees(3);
  letAllCome();
  await page.getByRole('tab', { name: 'Pairs 3' }).waitFor();
  await sees(3);
});

test('the rest is not asked for before the first rows stand', async () => {
  await page.addInitScript(() => {
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function (this: WebSocket, data: string) {
      const detail = document.querySelectorAll('.pair-rows .pair-row').length;
      if (data.includes('session.page')) performance.mark('asked', { detail });
      send.call(this, data);
    };
  });
  held = [];
  await page.reload();
  await isAsked();
  const rowsThen = await page.evaluate(() =>
    performance.getEntriesByName('asked').map((entry) => (entry as PerformanceMark).detail),
  );
  expect(rowsThen).toEqual([first]);
});
