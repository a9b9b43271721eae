/** How late each pair of a live feed is shown: a frame shows all pairs up to the newest one on it. */
import type { Page } from 'playwright-core';
import type { HelperProcess } from './rig/helper-process.ts';
import type { LiveFeed } from './rig/long-session-app.ts';

/** ms from when each pair was due to the frame that shows it or a later one. */
export type LiveDelays = { seconds: number; delays: number[] };

type Shown = { newest: number; at: number };

const lateMs = 30_000;

export async function liveDelays(page: Page, app: HelperProcess<unknown>, seconds: number): Promise<LiveDelays> {
  const watching = await page.evaluateHandle(watchNewest);
  const { startAt, everyMs, pairs, firstOrder } = await app.ask<LiveFeed>(`live ${seconds}`);
  const shown = await watching.evaluate((watch, until) => watch.until(until), {
    newest: firstOrder + pairs - 1,
    withinMs: seconds * 1000 + lateMs,
  });
  await watching.dispose();
  const delays: number[] = [];
  for (const { newest, at } of shown) {
    for (let n = delays.length; n <= newest - firstOrder; n += 1) delays.push(at - (startAt + n * everyMs));
  }
  return { seconds, delays };
}

/** Runs in the window: each time that a later pair stands in a painted frame, which and when. */
function watchNewest() {
  const shown: Shown[] = [];
  const numberOn = () => {
    const orders = document.querySelectorAll('#pair-grid .pair-row .cell-mono');
    return Math.max(...Array.from(orders, ({ textContent }) => Number(textContent)));
  };
  let newest = numberOn();
  const look = () => {
    const now = numberOn();
    if (now > newest) {
      newest = now;
      setTimeout(() => shown.push({ newest: now, at: performance.timeOrigin + performance.now() }));
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const until = (end: { newest: number; withinMs: number }) =>
    new Promise<Shown[]>((resolve, reject) => {
      const started = performance.now();
      const wait = () => {
        if ((shown.at(-1)?.newest ?? -1) >= end.newest) resolve(shown);
        else if (performance.now() - started > end.withinMs)
          reject(new Error(`Only ${newest} of ${end.newest} shown.`));
        else setTimeout(wait, 100);
      };
      wait();
    });
  return { until };
}
