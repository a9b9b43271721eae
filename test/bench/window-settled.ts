/** When a window that opens a long session has all of it, so that nothing else than the measured work is measured. */
import type { Page } from 'playwright-core';

const withinMs = 60_000;

/** The rest of the session comes in pages behind the first rows. */
export async function allRowsIn(page: Page, pairs: number): Promise<void> {
  await page.locator(`#pair-grid[aria-rowcount="${pairs + 1}"]`).waitFor({ timeout: withinMs });
}

/** While the lanes are still being filled, bit by bit, other work than the measured one would count. */
export async function lanesPainted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const canvas = document.querySelector<HTMLCanvasElement>('.lane-strip canvas');
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      return pixels.some((value) => value !== 0);
    },
    undefined,
    { polling: 250, timeout: withinMs },
  );
}
