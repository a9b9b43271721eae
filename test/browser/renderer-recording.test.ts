/** What a person can change while a recording runs, in a real Chromium: own browsers, phones, trusted hosts, endpoint. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { openLan, ownBrowsers } from '../support/view-network.ts';
import { emptySession } from '../support/view-session.ts';
import { emptyRecording, recordingStatus } from '../support/view-states.ts';
import { violationsOf } from '../support/violations.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open();
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
});
afterEach(() => host.release(page));

const lastCall = (name: string) => host.core.asked.findLast((call) => call.name === name)?.input;
const dialog = () => page.getByRole('dialog');
const open = async (item: string) => {
  await page.getByRole('button', { name: 'More for this recording' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await dialog().waitFor();
};

const refused = {
  level: 'warning',
  text: 'The certificate of shop.test was refused.',
  trustHost: 'shop.test',
} as const;

test('a notice of a refused certificate offers to trust its host, and says when that is done', async () => {
  host.core.setStatus({ notices: [refused] });
  await page.getByRole('button', { name: 'Trust shop.test in this session' }).click();
  await page.getByText('Trusted now. Load the page again.').waitFor();
  expect(lastCall('session.trust-host')).toEqual({ host: 'shop.test' });
  await page.getByRole('button', { name: '1 trusted host' }).click();
  await dialog().getByText('nobody checks then that it is the host it says').waitFor();
  await dialog().getByRole('list', { name: 'Trusted in this recording' }).getByText('shop.test').waitFor();
});

test('a host that the core does not take is refused in the dialog', async () => {
  await open('Trusted hosts');
  host.core.refuseNext('session.trust-host', '“???” is not the name of a host.');
  await dialog().getByRole('textbox', { name: 'Host' }).fill('???');
  await page.keyboard.press('Enter');
  await dialog().getByRole('alert').getByText('“???” is not the name of a host.').waitFor();
});

test('the line that starts an own browser is copied as it is', async () => {
  await open('Start a browser of your own');
  await dialog().getByRole('button', { name: 'Copy the line for Chromium' }).click();
  await dialog().getByRole('button', { name: 'the line for Chromium copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ownBrowsers.lines[0]?.line);
  await dialog().getByText('Brave cannot take the certificate.').waitFor();
});

test('a recording without a browser of ours shows the lines before anything has come', async () => {
  host.core.show(emptySession, {
    ...emptyRecording,
    capture: { state: 'recording', url: null, browser: null, since: Date.now() },
  });
  await page.getByRole('button', { name: 'Copy the line for Firefox, in PowerShell' }).waitFor();
});

test('a banner stands for as long as phones may use the proxy, with time left, code and a way to end it', async () => {
  await open('Record a phone');
  expect(lastCall('lan.open')).toBeUndefined();
  await dialog().getByRole('button', { name: 'Open for half an hour' }).click();
  const code = dialog().getByRole('img', { name: /QR code/ });
  await code.waitFor();
  expect(await code.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await dialog().getByText(openLan.page).waitFor();
  await page.keyboard.press('Escape');
  const banner = page.getByRole('region', { name: 'Open to phones' });
  await banner.getByText(/no device so far, 25 minutes left/).waitFor();
  host.core.setStatus({ lan: { ...openLan, devices: 2 } });
  await banner.getByText(/2 devices/).waitFor();
  await banner.getByRole('button', { name: 'Close to phones' }).click();
  await banner.waitFor({ state: 'detached' });
});

test('the endpoint is made lenient, and the status line says so', async () => {
  await open('Test endpoint');
  await dialog().getByText('Lenient').click();
  await page.getByRole('contentinfo').getByRole('button', { name: 'lenient' }).waitFor();
  expect(lastCall('endpoint.set-mode')).toEqual({ validation: 'lenient', forward: false });
});

test('the endpoint cannot send on while calls are held: the dialog leads to hold or forward', async () => {
  await open('Test endpoint');
  await dialog().getByText('Nothing goes on to Meta: calls are held in this session.').waitFor();
  await dialog().getByRole('button', { name: 'Hold or forward…' }).click();
  await page.getByRole('dialog', { name: 'Forward calls to Meta?' }).waitFor();
});

test('sending on from the endpoint is asked first, and stays in sight', async () => {
  host.core.setStatus({ mode: 'forward' });
  await open('Test endpoint');
  await dialog().getByRole('button', { name: 'Send it on to Meta…' }).click();
  await dialog().getByText('count there, test orders too').waitFor();
  expect(lastCall('endpoint.set-mode')).not.toMatchObject({ forward: true });
  await dialog().getByRole('button', { name: 'Send on to Meta', exact: true }).click();
  await page.getByRole('contentinfo').getByText('strict, on to Meta').waitFor();
  expect(lastCall('endpoint.set-mode')).toEqual({ validation: 'strict', forward: true });
});

test('a file that is read shows how far, and its reading can be stopped', async () => {
  host.core.setStatus({ reading: { name: 'capi.log', doneBytes: 312_000_000, totalBytes: 2_048_000_000 } });
  const banner = page.getByRole('region', { name: 'Reading a file' });
  await banner.getByText('Reading capi.log, 312 MB of 2 GB').waitFor();
  await banner.getByRole('button', { name: 'Stop reading' }).click();
  await banner.waitFor({ state: 'detached' });
  await page.getByText('What was read so far stays in the session.').waitFor();
  expect(lastCall('session.stop-reading')).toEqual({});
});

test('the status line tells capture, ports, calls, rows, what was left out, and the size on disk', async () => {
  host.core.setStatus({ fileBytes: 4_123_000 });
  const line = page.getByRole('contentinfo');
  await line.getByText('4.1 MB').waitFor();
  const text = (await line.innerText()).replace(/\s+/g, ' ');
  for (const part of ['Recording', '127.0.0.1:41001', '127.0.0.1:41002', 'strict', '26 held', '14 pairs'])
    expect(text).toContain(part);
  expect(text).toContain('1 record could not be read');
});

const scenes: Record<string, () => Promise<unknown>> = {
  'the trusted hosts': async () => {
    host.core.setStatus({ notices: [refused], trustedHosts: ['stage.test'], lan: openLan });
    await page.getByRole('button', { name: 'Trust shop.test in this session' }).waitFor();
    await open('Trusted hosts');
  },
  'the own browsers': () => open('Start a browser of your own'),
  'the open phones': async () => {
    host.core.setStatus({ lan: openLan });
    await open('Record a phone');
  },
  'the endpoint that asks': async () => {
    host.core.setStatus({ mode: 'forward', reading: { name: 'a.log', doneBytes: 1, totalBytes: 2 } });
    await open('Test endpoint');
    await dialog().getByRole('button', { name: 'Send it on to Meta…' }).click();
  },
};

test.each(Object.entries(scenes))('%s have no violation in light and in dark', async (_name, scene) => {
  await scene();
  await eventually(() => dialog().isVisible(), { withinMs: 5000 });
  expect(await violationsOf(page)).toEqual([]);
});
