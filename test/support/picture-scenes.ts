/** The main views as they are pictured: always the same session at the same time, in two sizes and both themes. */
import type { Page } from 'playwright-core';
import { checkoutSession } from './view-checkout.ts';
import type { ViewHost } from './view-host.ts';
import { openOrder, viewScenes } from './view-scenes.ts';
import { recordingStatus } from './view-states.ts';

const now = Date.UTC(2026, 10, 24, 9, 12);
const recording = {
  ...recordingStatus,
  capture: { state: 'recording', url: 'https://shop.example/', browser: 'Chromium', since: now - 372_000 },
} as const;
const stopped = {
  ...recording,
  capture: { state: 'stopped', reason: 'You stopped the recording.' },
} as const;

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

type Scene = (page: Page, host: ViewHost) => Promise<unknown>;

const scene =
  (name: keyof typeof viewScenes): Scene =>
  (page, { core }) =>
    viewScenes[name]?.(page, core) ?? Promise.reject(name);

export const pictured: Record<string, Scene> = {
  start: async (page, { core }) => {
    core.close();
    await page.getByRole('heading', { name: 'Record a site' }).waitFor();
  },
  recording: async (_page, { core }) => core.show(checkoutSession, recording),
  pair: (page, { core }) => openOrder(page, core),
  findings: scene('the findings'),
  coverage: scene('the coverage'),
  palette: scene('the palette'),
};

/** Every picture of one view, by its name: `pair-1280-light`. */
export async function picturesOf(host: ViewHost, view: string): Promise<Map<string, Buffer>> {
  const page = await openPictured(host);
  await pictured[view]?.(page, host);
  await page.mouse.move(0, 0);
  const taken = new Map<string, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      taken.set(`${view}-${size.width}-${colorScheme}`, await pictureOf(page));
    }
  }
  await host.release(page);
  return taken;
}

/** A stopped session, at a time that stands still. */
export async function openPictured(host: ViewHost): Promise<Page> {
  host.core.show(checkoutSession, stopped);
  const page = await host.open();
  await page.clock.setFixedTime(now);
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  return page;
}

/** Once two pictures in a row are the same: canvas and measured columns follow a new size some frames later. */
export async function pictureOf(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 20; tries += 1) {
    const next = await page.screenshot();
    if (next.equals(before)) return next;
    before = next;
  }
  throw new Error('The page does not come to rest.');
}
