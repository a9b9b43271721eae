/** Figure: from a Pixel call at the proxy to its row painted in the window, a real Chromium in browser mode. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { launchTestBrowser, testBrowserPath } from '../support/browser.ts';
import { openClient } from '../support/keep-alive-client.ts';
import { type Figure, round } from './figure.ts';
import { pixelCall } from './rig/call-run.ts';
import { startHelper } from './rig/helper-process.ts';
import type { AppReady } from './rig/recording-app.ts';
import { median, percentile } from './rounds.ts';

const CALLS = 120;
const WARM_UP = 20;
const EVERY_MS = 100;
const WITHIN_MS = 10_000;

export const rowOnScreen: Figure = {
  name: 'row-on-screen',
  what: 'from the Pixel call to its row painted in the window, 95th percentile',
  unit: 'ms',
  goal: { atMost: 150 },
  async measure() {
    try {
      testBrowserPath();
    } catch (error) {
      return { skipped: String(error) };
    }
    const app = await startHelper<AppReady>(new URL('rig/recording-app.ts', import.meta.url));
    const browser = await launchTestBrowser();
    const page = await browser.newPage();
    await page.goto(app.ready.window);
    const { port, certificate } = app.ready;
    const client = await openClient({ host: 'www.facebook.com', port: 443, certificate, proxy: port });
    const delays: number[] = [];
    for (let n = 0; n < WARM_UP + CALLS; n += 1) {
      const delay = await callToRow(page, client.get, `row-${n}-end`);
      if (n >= WARM_UP) delays.push(delay);
      await pause(EVERY_MS);
    }
    client.close();
    await browser.close();
    await app.stop();
    return {
      value: round(percentile(delays, 0.95)),
      detail: `median ${round(median(delays))} ms, slowest ${round(Math.max(...delays))} ms of ${CALLS} calls`,
    };
  },
};

/** Both ends read the same clock: the time of day, to a fraction of a millisecond. */
async function callToRow(page: Page, send: (path: string) => Promise<number>, id: string): Promise<number> {
  const watching = await page.evaluateHandle(watchForRow, { id, withinMs: WITHIN_MS });
  const sentAt = performance.timeOrigin + performance.now();
  await send(pixelCall(id));
  const paintedAt = await watching.evaluate((watch) => watch.paintedAt);
  await watching.dispose();
  return paintedAt - sentAt;
}

/** Runs in the window: tells when a frame with the row has been painted. */
function watchForRow({ id, withinMs }: { id: string; withinMs: number }): { paintedAt: Promise<number> } {
  const hasRow = () => document.querySelector('#pair-grid')?.textContent?.includes(id) === true;
  const paintedAt = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`No row for ${id}.`)), withinMs);
    const observer = new MutationObserver(() => {
      if (!hasRow()) return;
      observer.disconnect();
      clearTimeout(late);
      // The task after an animation frame runs when that frame has been handed over for painting.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  });
  return { paintedAt };
}
