/** The states of the window that every proof over all of it looks at: how each is reached from an open session. */
import type { Page } from 'playwright-core';
import type { ViewCore } from './view-core.ts';
import { emptySession } from './view-session.ts';
import { emptyRecording } from './view-states.ts';

type Scene = (page: Page, core: ViewCore) => Promise<unknown>;

const failed = { capture: { state: 'failed', reason: 'Chromium did not start.', advice: 'Choose another.' } } as const;

export const openOrder: Scene = async (page) => {
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await page.getByRole('heading', { name: 'As captured' }).waitFor();
};

const press = async (page: Page, keys: string) => {
  await page.keyboard.press(keys);
  await page.getByRole('dialog').waitFor();
};

export const viewScenes: Record<string, Scene> = {
  'the start page with a problem': async (page, core) => {
    core.close();
    await page.getByText('Server log and first-party').click();
    await page.getByLabel('Address of the shop').fill('my shop');
    await page.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('This is not a web address.').waitFor();
  },
  'an empty recording': async (page, core) => {
    core.show(emptySession, emptyRecording);
    await page.getByText('Nothing from Meta’s Pixel yet').waitFor();
  },
  'a failed session': async (page, core) => {
    core.show(emptySession, failed);
    await page.getByRole('heading', { name: 'Chromium did not start.' }).waitFor();
  },
  'lanes, list and notices': (page) => page.getByRole('grid', { name: 'Pairs' }).waitFor(),
  'an open pair': openOrder,
  'the findings': async (page) => {
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await page.getByRole('button', { name: 'Mark as known…' }).first().waitFor();
  },
  'the coverage': async (page) => {
    await page.getByRole('tab', { name: 'Coverage' }).click();
    await page.getByRole('heading', { name: 'Does Meta learn of what happened?' }).waitFor();
  },
  'the shortcuts': (page) => press(page, '?'),
  'the palette': (page) => press(page, 'Control+k'),
  'the settings': (page) => press(page, ','),
};
