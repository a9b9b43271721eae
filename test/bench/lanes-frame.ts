/** Figure: zooming and panning the lanes over 100,000 pairs, against the frames of an empty page of the same browser. */
import type { Page } from 'playwright-core';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { launchTestBrowser, testBrowserPath } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';
import { manyPairs } from '../support/many-pairs.ts';
import { createViewCore } from '../support/view-core.ts';
import type { Figure } from './figure.ts';
import { framesAgainstEmpty, type WheelTurn } from './frames.ts';
import { allRowsIn, lanesPainted } from './window-settled.ts';

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
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openLanes(page, host.url);
    const drive = { place: '.lane-stage', turns: zoomAndPan(), scrolls: false };
    const { ratio, detail } = await framesAgainstEmpty(browser, page, drive);
    await browser.close();
    await host.close();
    return { value: ratio, detail: `${PAIRS} pairs, ${detail}` };
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
  await allRowsIn(page, PAIRS);
  await lanesPainted(page);
}

/** Zooms in, pans and zooms out again, a step each frame. */
function zoomAndPan(): WheelTurn[] {
  return Array.from({ length: FRAMES }, (_, frame) => {
    const part = frame / FRAMES;
    if (part < 0.35) return { deltaX: 0, deltaY: -60 };
    if (part < 0.65) return { deltaX: part < 0.5 ? 45 : -45, deltaY: 0 };
    return { deltaX: 0, deltaY: 60 };
  });
}
