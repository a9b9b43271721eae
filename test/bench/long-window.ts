/** A session of 100,000 pairs in a real Chromium, looked at once for all figures that are about it. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchTestBrowser, testBrowserPath } from '../support/browser.ts';
import type { Skipped } from './figure.ts';
import { type FramesCompared, framesAgainstEmpty, type WheelTurn } from './frames.ts';
import { type LiveDelays, liveDelays } from './live-delays.ts';
import { type HelperProcess, startHelper } from './rig/helper-process.ts';
import type { LongSessionReady } from './rig/long-session-app.ts';
import { typedIntoSearch } from './typed-into-search.ts';
import { openingTimes } from './window-openings.ts';
import { allRowsIn, lanesPainted } from './window-settled.ts';

export type LongWindow = {
  pairs: number;
  /** ms from going to the address to the first rows painted, one an opening; that of the browser's first page apart. */
  opens: number[];
  firstOpen: number;
  /** As `opens`, for a session of a few pairs. */
  shortOpens: number[];
  listFrames: FramesCompared;
  /** Bytes of the renderer's JavaScript heap after a collection. */
  heapBytes: number;
  /** ms from each key to the frame with its result. */
  keys: number[];
  live: LiveDelays;
  /** After closing the session, and after closing one of a few pairs in a window that was used alike. */
  closedHeapBytes: number;
  shortClosedHeapBytes: number;
};

const pairs = Number(process.env.BENCH_PAIRS ?? 100_000);
const shortPairs = 50;
const liveSeconds = Number(process.env.BENCH_LIVE_SECONDS ?? 60);
const openings = 7;
const shortLiveSeconds = 2;
const scrollFrames = 90;

const listScroll = { place: '#pair-grid', turns: scrollTurns(), scrolls: true };

let looked: Promise<LongWindow | Skipped> | null = null;

/** Every figure that asks gets what the first one made happen. */
export function longWindow(): Promise<LongWindow | Skipped> {
  looked ??= look();
  return looked;
}

async function look(): Promise<LongWindow | Skipped> {
  try {
    testBrowserPath();
  } catch (error) {
    return { skipped: String(error) };
  }
  const app = await startApp(pairs);
  const shortApp = await startApp(shortPairs);
  const browser = await launchTestBrowser();
  try {
    return { ...(await lookAt(browser, app)), ...(await lookAtShort(browser, shortApp)) };
  } finally {
    await browser.close();
    await app.stop();
    await shortApp.stop();
  }
}

function startApp(count: number): Promise<HelperProcess<LongSessionReady>> {
  return startHelper<LongSessionReady>(new URL('rig/long-session-app.ts', import.meta.url), [String(count)]);
}

type ShortLook = Pick<LongWindow, 'shortOpens' | 'shortClosedHeapBytes'>;

async function lookAtShort(browser: Browser, app: HelperProcess<LongSessionReady>): Promise<ShortLook> {
  const shortOpens = await openingTimes(browser, app.ready.window, openings);
  const page = await openWindow(browser, app.ready.window);
  await lanesPainted(page);
  // Used like the other: what a window has learned by being used is no part of a session.
  await framesAgainstEmpty(browser, page, listScroll);
  await typedIntoSearch(page);
  await page.locator('#pair-grid').press('End');
  await liveDelays(page, app, shortLiveSeconds);
  return { shortOpens, shortClosedHeapBytes: await heapOnceClosed(page, app) };
}

async function heapOnceClosed(page: Page, app: HelperProcess<LongSessionReady>): Promise<number> {
  await app.ask('close');
  await page.locator('#pair-grid').waitFor({ state: 'detached' });
  const bytes = await heapOf(page);
  await page.context().close();
  return bytes;
}

type LongLook = Omit<LongWindow, keyof ShortLook>;

async function lookAt(browser: Browser, app: HelperProcess<LongSessionReady>): Promise<LongLook> {
  const { window } = app.ready;
  const [firstOpen = Number.NaN, ...opens] = await openingTimes(browser, window, 1 + openings);
  const page = await openWindow(browser, window);
  await allRowsIn(page, pairs);
  await lanesPainted(page);
  const listFrames = await framesAgainstEmpty(browser, page, listScroll);
  const heapBytes = await heapOf(page);
  const keys = await typedIntoSearch(page);
  await page.locator('#pair-grid').press('End');
  const live = await liveDelays(page, app, liveSeconds);
  return {
    pairs,
    firstOpen,
    opens,
    listFrames,
    heapBytes,
    keys,
    live,
    closedHeapBytes: await heapOnceClosed(page, app),
  };
}

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

async function heapOf(page: Page): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

/** Up through the list, first as a finger does it, then by pages, and back. */
function scrollTurns(): WheelTurn[] {
  return Array.from({ length: scrollFrames }, (_, frame) => {
    const part = frame / scrollFrames;
    const size = part < 0.4 ? 90 : 700;
    return { deltaX: 0, deltaY: part < 0.7 ? -size : size };
  });
}
