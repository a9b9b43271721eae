/** axe-core over every view and state, in both themes: no violation. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { emptySession } from '../support/view-session.ts';
import { emptyRecording, recordingStatus } from '../support/view-states.ts';
import { violationsOf } from '../support/violations.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
afterEach(() => host.release(page));

const openOrder = async (page: Page) => {
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await page.getByRole('heading', { name: 'As captured' }).waitFor();
};
const failed = { capture: { state: 'failed', reason: 'Chromium did not start.', advice: 'Choose another.' } } as const;

const scenes: Record<string, (page: Page) => Promise<unknown>> = {
  'the start page with a problem': async (page) => {
    host.core.close();
    await page.getByText('Server log and first-party').click();
    await page.getByLabel('Address of the shop').fill('my shop');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('This is not a web address.').waitFor();
  },
  'an empty recording': async (page) => {
    host.core.show(emptySession, emptyRecording);
    await page.getByText('Nothing from Meta’s Pixel yet').waitFor();
  },
  'a failed session': async (page) => {
    host.core.show(emptySession, failed);
    await page.getByRole('heading', { name: 'Chromium did not start.' }).waitFor();
  },
  'lanes, list and notices': (page) => page.getByRole('grid', { name: 'Pairs' }).waitFor(),
  'an open pair': openOrder,
  'the findings': (page) => page.getByRole('tab', { name: /^Findings/ }).click(),
  'the shortcuts': async (page) => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

test.each(Object.entries(scenes))('%s has no violation in light and in dark', async (_name, scene) => {
  host.core.show(checkoutSession, {
    ...recordingStatus,
    notices: [{ level: 'warning', text: 'capi.log was replaced by a shorter file.' }],
  });
  page = await host.open();
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
  await scene(page);
  expect(await violationsOf(page)).toEqual([]);
});
