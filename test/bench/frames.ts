/** How long the frames of a page take while a wheel turns over it, and those of an empty page of the same browser. */
import type { Browser, Page } from 'playwright-core';
import { round } from './figure.ts';
import { median, percentile } from './rounds.ts';

/** One turn of the wheel a frame, in px. */
export type WheelTurn = { deltaX: number; deltaY: number };

/** `place`: what the wheel is over, as a selector; where the page has no such thing, the same frames pass idle. */
export type WheelDrive = { place: string; turns: WheelTurn[]; scrolls: boolean };

export type FramesCompared = { ratio: number; detail: string };

const framesPage = { viewport: { width: 1280, height: 800 } };

/** Drives both pages in turns, so that whatever else the machine does falls on both. Compares 95th percentiles. */
export async function framesAgainstEmpty(browser: Browser, page: Page, drive: WheelDrive): Promise<FramesCompared> {
  const empty = await browser.newPage(framesPage);
  await empty.setContent('<body style="height: 100vh"></body>');
  const [emptyFrames, pageFrames]: [number[], number[]] = [[], []];
  for (let round = 0; round < 2; round += 1) {
    emptyFrames.push(...(await framesWhile(empty, drive)));
    pageFrames.push(...(await framesWhile(page, drive)));
  }
  await page.bringToFront();
  await empty.close();
  const [emptyMs, pageMs] = [percentile(emptyFrames, 0.95), percentile(pageFrames, 0.95)];
  return {
    ratio: round(pageMs / emptyMs),
    detail: `p95 ${round(pageMs)} ms (median ${round(median(pageFrames))} ms), empty page p95 ${round(emptyMs)} ms (median ${round(median(emptyFrames))} ms)`,
  };
}

async function framesWhile(page: Page, drive: WheelDrive): Promise<number[]> {
  await page.bringToFront();
  return page.evaluate(driveFrames, drive);
}

/** Runs in the page. A wheel event that a script makes scrolls nothing: where the page scrolls by itself it is moved. */
function driveFrames({ place, turns, scrolls }: WheelDrive): Promise<number[]> {
  const target = document.querySelector(place);
  const box = target?.getBoundingClientRect() ?? new DOMRect(0, 0, 800, 200);
  const at = { clientX: box.x + box.width / 2, clientY: box.y + 40, bubbles: true, cancelable: true };
  return new Promise((resolve) => {
    const times: number[] = [];
    let last = 0;
    const step = (now: number) => {
      if (last > 0) times.push(now - last);
      last = now;
      const turn = turns[times.length];
      if (turn === undefined) return resolve(times);
      if (scrolls) target?.scrollBy(turn.deltaX, turn.deltaY);
      else (target ?? document.body).dispatchEvent(new WheelEvent('wheel', { ...turn, ...at }));
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
