/** Figure: zooming and panning the lanes over 100,000 pairs, against the frames of an empty page of the same browser. */
import type { Page } from 'playwright-core';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { launchTestBrowser, testBrowserPath } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { createViewCore } from '../support/view-core.ts';
import { type Figure, round } from './figure.ts';
import { median, percentile } from './rounds.ts';

const PAIRS = Number(process.env.BENCH_PAIRS ?? 100_000);
const FRAMES = 240;
const WITHIN_MS = 300_000;
const HOUR_MS = 3_600_000;

export const lanesFrame: Figure = {
  name: 'lanes-frame',
  what: 'zoom and pan of the lanes, 95th percentile of its frames against those of an empty page',
  unit: 'times',
  goal: { atMost: 1.25 },
  async measure() {
    try {
      testBrowserPath();
    } catch (error) {
      return { skipped: String(error) };
    }
    const core = createViewCore();
    core.show(manyPairs({ pairs: PAIRS, spanMs: 10 * HOUR_MS }), { capture: { state: 'stopped', reason: '' } });
    const host = await startHost({ core, port: 0, rendererDir: `${await builtApp()}/renderer` });
    const browser = await launchTestBrowser();
    const size = { viewport: { width: 1280, height: 800 } };
    const empty = await browser.newPage(size);
    await empty.setContent('<body style="height: 100vh"></body>');
    const page = await browser.newPage(size);
    await openLanes(page, host.url);
    const rounds = [
      await framesWhile(empty),
      await framesWhile(page),
      await framesWhile(empty),
      await framesWhile(page),
    ];
    const [before = [], first = [], after = [], second = []] = rounds;
    const [emptyFrames, laneFrames] = [
      [...before, ...after],
      [...first, ...second],
    ];
    await browser.close();
    await host.close();
    const [emptyMs, lanesMs] = [percentile(emptyFrames, 0.95), percentile(laneFrames, 0.95)];
    return {
      value: round(lanesMs / emptyMs),
      detail: `${PAIRS} pairs, p95 ${round(lanesMs)} ms (median ${round(median(laneFrames))} ms), empty page p95 ${round(emptyMs)} ms (median ${round(median(emptyFrames))} ms)`,
    };
  },
};

/** Opens the session and waits until the lanes are painted. */
async function openLanes(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const lanes = page.getByRole('grid', { name: 'Lanes' });
  await lanes.waitFor({ timeout: WITHIN_MS });
  const box = await lanes.boundingBox();
  if (box === null) throw new Error('The lanes are on the page.');
  await page.mouse.move(box.x + box.width / 2, box.y + 40);
  await page.locator('.lane-tip').waitFor({ timeout: WITHIN_MS });
}

/** Zooms in, pans and zooms out again, a step each frame; returns how long each frame took, in ms. */
function framesWhile(page: Page): Promise<number[]> {
  return page.bringToFront().then(() => page.evaluate(driveFrames, FRAMES));
}

/** Runs in the page. Without lanes the same frames pass with nothing to paint. */
function driveFrames(frames: number): Promise<number[]> {
  const lanes = document.querySelector('.lane-stage');
  const box = lanes?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 200);
  const turn = (frame: number): WheelEventInit => {
    const part = frame / frames;
    if (part < 0.35) return { deltaY: -60 };
    if (part < 0.65) return { deltaX: part < 0.5 ? 45 : -45 };
    return { deltaY: 60 };
  };
  return new Promise((resolve) => {
    const times: number[] = [];
    let last = 0;
    const step = (now: number) => {
      if (last > 0) times.push(now - last);
      last = now;
      if (times.length === frames) return resolve(times);
      const at = { clientX: box.x + box.width / 2, clientY: box.y + 40, bubbles: true, cancelable: true };
      (lanes ?? document.body).dispatchEvent(new WheelEvent('wheel', { ...turn(times.length), ...at }));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
