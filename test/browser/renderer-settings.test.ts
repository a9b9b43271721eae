/** Settings, clean up and the look into a log before it is taken, in a real Chromium. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';
import { violationsOf } from '../support/violations.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
afterEach(() => host.release(page));

const lastCall = (name: string) => host.core.asked.findLast((call) => call.name === name)?.input;
const dialog = () => page.getByRole('dialog');

async function openStart(options?: Parameters<ViewHost['open']>[0]): Promise<void> {
  host.core.close();
  host.core.asked.splice(0);
  page = await host.open(options);
  await page.getByRole('heading', { name: 'Record a site' }).waitFor();
}

async function openSession(): Promise<void> {
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open();
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
}

test('each setting holds at once and is kept when the window is loaded again', async () => {
  await openSession();
  await page.keyboard.press(',');
  await dialog().getByRole('radio', { name: 'Dark' }).check();
  await dialog().getByRole('radio', { name: 'Compact' }).check();
  await dialog().getByRole('radio', { name: 'UTC' }).check();
  const kept = async () => [
    await page.evaluate(() => document.documentElement.dataset.theme),
    await dialog().getByRole('radio', { name: 'Compact' }).isChecked(),
    await dialog().getByRole('radio', { name: 'UTC' }).isChecked(),
  ];
  expect(await kept()).toEqual(['dark', true, true]);
  await page.reload();
  await page.getByRole('button', { name: 'Settings' }).click();
  expect(await kept()).toEqual(['dark', true, true]);
});

test('the settings are found in the palette and on the start page', async () => {
  await openStart();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('settings');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
});

test('clean up keeps the sessions unless they are ticked, and says what it removed', async () => {
  await openStart();
  await page.getByRole('button', { name: 'Settings' }).click();
  await dialog().getByRole('button', { name: 'Remove, keep sessions' }).click();
  await dialog().getByText('/home/ada/.twinlane/authority').waitFor();
  expect(lastCall('app.clean-up')).toEqual({ sessions: false });
  await dialog()
    .getByLabel(/My recorded sessions too/)
    .check();
  await dialog().getByRole('button', { name: 'Remove everything, with sessions' }).click();
  await eventually(() => (lastCall('app.clean-up') as { sessions: boolean }).sessions, { withinMs: 5000 });
});

test('clean up that is refused says why in the dialog', async () => {
  await openSession();
  await page.getByRole('button', { name: 'Settings' }).click();
  host.core.refuseNext('app.clean-up', 'A recording is running.');
  await dialog().getByRole('button', { name: 'Remove, keep sessions' }).click();
  await dialog().getByRole('alert').getByText('A recording is running.').waitFor();
});

test('a log picked on the desktop is opened only after the person has seen what is in it', async () => {
  await openStart({ pick: '/var/log/capi.log' });
  const choose = () => page.getByRole('button', { name: 'Choose files' }).click();
  await choose();
  const preview = page.getByRole('dialog', { name: 'What is in this log' });
  await preview.getByText('340 events in the first 1,000 lines.').waitFor();
  await preview.getByText('JSON, one record a line (333), wrapped by Docker').waitFor();
  await preview.getByText('<b>bold</b>').waitFor();
  await preview.getByText('666 records without a payload, 1 record that cannot be read').waitFor();
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await preview.waitFor({ state: 'detached' });
  expect(lastCall('session.open')).toBeUndefined();
  await choose();
  await preview.getByRole('button', { name: 'Take it' }).click();
  await eventually(() => lastCall('session.open'), { withinMs: 5000 });
  expect(lastCall('session.open')).toEqual({ path: '/var/log/capi.log' });
});

test('what is no log is opened at once', async () => {
  await openStart({ pick: '/home/ada/shop.har' });
  await page.getByRole('button', { name: 'Choose files' }).click();
  await eventually(() => lastCall('session.open'), { withinMs: 5000 });
  expect(await dialog().count()).toBe(0);
});

test('the server log field looks inside before anything is recorded', async () => {
  await openStart();
  await page.getByText('Server log and first-party hosts').click();
  await page.getByLabel('Server log to follow').fill('/var/log/a.log, /var/log/b.log');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await page.getByRole('dialog', { name: 'What is in these 2 logs' }).getByRole('button', { name: 'Take it' }).click();
  await page.getByText('Looked inside: 680 events in the first lines of 2 files.').waitFor();
  host.core.refuseNext('source.preview', 'No file matches /nowhere/*.log.');
  await page.getByLabel('Server log to follow').fill('/nowhere/*.log');
  await page.getByRole('button', { name: 'Look inside' }).click();
  await page.getByRole('alert').getByText('No file matches /nowhere/*.log.').waitFor();
});

test('settings and preview have no violation in light and in dark', async () => {
  await openStart({ pick: '/var/log/capi.log' });
  await page.getByRole('button', { name: 'Settings' }).click();
  await dialog().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await dialog().waitFor();
  await page.getByText('Which records cannot be read, and why').click();
  expect(await violationsOf(page)).toEqual([]);
});
