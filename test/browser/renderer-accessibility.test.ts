/** Every view and state in both themes, at 200 % zoom and with reduced motion: nothing barred, cut off or moving. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { viewScenes } from '../support/view-scenes.ts';
import { recordingStatus } from '../support/view-states.ts';
import { violationsOf } from '../support/violations.ts';
import { cutOff, movingParts } from '../support/within-reach.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
afterEach(() => host.release(page));

/** What a browser does to a window of 1280×800 at 200 %: half as many CSS pixels, each twice as large. */
const atTwiceTheSize = { width: 640, height: 400 };

test.each(Object.entries(viewScenes))(
  '%s has no violation in light and in dark, moves nothing, and is whole at twice the size',
  async (_name, scene) => {
    host.core.show(checkoutSession, {
      ...recordingStatus,
      notices: [{ level: 'warning', text: 'capi.log was replaced by a shorter file.' }],
    });
    page = await host.open();
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    await scene(page, host.core);
    expect(await violationsOf(page)).toEqual([]);
    expect(await movingParts(page)).toEqual([]);
    await page.setViewportSize(atTwiceTheSize);
    expect(await cutOff(page)).toEqual([]);
    expect(await violationsOf(page, undefined, ['light'])).toEqual([]);
  },
);
