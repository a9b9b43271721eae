/** A session with events of one side only says what is missing, and takes it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import type { ViewSession } from '../support/view-session.ts';
import { recordingStatus } from '../support/view-states.ts';

const opened = { capture: { state: 'stopped', reason: 'Recordings opened from files.' } } as const;
const oneSide = (side: 'browser' | 'server'): ViewSession => {
  const verdict = side === 'browser' ? 'browser-only' : 'server-only';
  const empty = side === 'browser' ? { server: [] } : { browser: [] };
  const pairs = checkoutSession.pairs
    .filter((pair) => pair[side].length > 0)
    .map((pair) => ({ ...pair, verdict, rule: null, gapMs: null, ...empty }) as const);
  const shown = new Set(pairs.flatMap((pair) => pair[side]));
  return { ...checkoutSession, pairs, findings: [], events: checkoutSession.events.filter(({ id }) => shown.has(id)) };
};

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(checkoutSession, opened);
  page = await host.open();
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
});
afterEach(() => host.release(page));

const lanes = () => page.getByRole('region', { name: 'Lanes' });

test('a lane with events says nothing', async () => {
  expect(await lanes().innerText()).not.toMatch(/in here|so far/);
});

test('where a recording was opened without the server’s log, the empty lane asks for it and takes it', async () => {
  host.core.show(oneSide('browser'), opened);
  await lanes().getByText('No server event in here').waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    lanes().getByRole('button', { name: 'Add files' }).click(),
  ]);
  await chooser.setFiles({ name: 'capi.log', mimeType: 'text/plain', buffer: Buffer.from('{}') });
  const call = await eventually(() => host.core.asked.find(({ name }) => name === 'session.import'), {
    withinMs: 5000,
  });
  expect(call.input).toMatchObject({ name: 'capi.log', isLast: true });
});

test('while recording, the empty lane of the server leads to the lines that connect one', async () => {
  host.core.show(oneSide('browser'), recordingStatus);
  await lanes().getByText('No server event so far.').waitFor();
  await lanes().getByRole('button', { name: 'Connect a server' }).click();
  await page.getByRole('dialog', { name: 'Connect a server' }).waitFor();
});

test('a log without a recording of the browser says what is missing', async () => {
  host.core.show(oneSide('server'), opened);
  await lanes().getByText('No recording of the browser in here.').waitFor();
});
