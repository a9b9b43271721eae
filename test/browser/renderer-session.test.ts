/** The session page in a real Chromium: rows, lanes, detail, findings, search, and every state in words. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { SessionStatus } from '../../shared/model/session.ts';
import { eventually } from '../support/eventually.ts';
import { checkoutSession, longSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { emptySession } from '../support/view-session.ts';
import { emptyRecording, recordingStatus } from '../support/view-states.ts';

let host: ViewHost;
let page: Page;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open({ height: 1080 });
  await page.getByRole('grid', { name: 'Pairs' }).waitFor();
});
afterEach(() => host.release(page));

const rows = () =>
  page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row')
    .filter({ hasNot: page.getByRole('columnheader') });
const detail = () => page.getByRole('region', { name: 'Pair', exact: true });
const openOrder1001 = () =>
  page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();

test('the headline sets what Meta would count against what happened', async () => {
  const summary = page.getByRole('region', { name: 'Summary' });
  expect(await summary.locator('dl').innerText()).toMatch(
    /Meta would count\s+16\s+actions happened\s+14\s+too many\s+\+2/,
  );
});

test('every pair is a row with time, verdict as a word, reason, gap and its findings', async () => {
  expect(await rows().count()).toBe(14);
  const cells = await page
    .getByRole('row', { name: /Purchase.*1001/ })
    .getByRole('gridcell')
    .allInnerTexts();
  expect(cells.map((cell) => cell.trim())).toEqual([
    '09:05:52',
    'Purchase',
    'Counted twice',
    'event_ids differ by prefix',
    '2.4 s',
    '1001',
    expect.stringMatching(/^Error\s*4$/),
  ]);
});

test('a chosen pair shows its verdict, its differences before all else, and its fix', async () => {
  await openOrder1001();
  await detail().getByRole('heading', { name: 'Meta counts this twice' }).waitFor();
  const fields = await detail().locator('.comparison tbody tr').allInnerTexts();
  expect(fields[0]).toMatch(/event_id[\s\S]*order-1001[\s\S]*1001[\s\S]*Differs/);
  expect(fields.join()).not.toContain('Same');
  await detail().getByRole('button', { name: 'Show 5 fields that are the same' }).click();
  expect(await detail().locator('.comparison tbody tr').last().innerText()).toContain('Same');
  await detail().getByText('Build the id in one place').waitFor();
});

test('what a cause brings with it is folded under the cause', async () => {
  await openOrder1001();
  const consequences = detail().getByRole('list', { name: 'Follows from it' });
  await consequences.getByText('Meta counts this action twice').waitFor();
  expect(await consequences.count()).toBe(1);
});

test('a captured event is shown decoded and raw, and its values can be copied', async () => {
  await openOrder1001();
  await detail().getByRole('tab', { name: 'Server s12' }).click();
  await detail().getByRole('tab', { name: 'Raw' }).click();
  await detail().getByText('"event_id": "1001"').waitFor();
  await detail().getByRole('button', { name: 'Copy request' }).click();
  await detail().getByRole('button', { name: 'request copied' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe('POST https://graph.facebook.com/v24.0/1234567890123456/events');
});

test('the keyboard alone walks the list, opens a pair, moves on and closes it', async () => {
  const chosen = () => page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { selected: true });
  await page.keyboard.press('j');
  expect(await chosen().innerText()).toContain('09:02:00');
  await page.getByRole('grid', { name: 'Pairs' }).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await detail().getByRole('heading', { name: 'Only the server told Meta' }).waitFor();
  await page.keyboard.press('ArrowUp');
  await detail().getByRole('heading', { name: 'Meta counts this twice' }).waitFor();
  await page.keyboard.press('Home');
  expect(await chosen().innerText()).toContain('09:02:00');
  await page.keyboard.press('Escape');
  await detail().waitFor({ state: 'detached' });
});

test('the slash goes to the search, whose words narrow rows and fade marks; Escape takes them back', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('purchase 1002');
  await eventually(async () => (await rows().count()) === 1, { withinMs: 5000 });
  await page.getByText('1 of 14 pairs').waitFor();
  expect(await page.getByRole('grid', { name: 'Lanes' }).getAttribute('aria-rowcount')).toBe('2');
  await page.keyboard.press('Escape');
  await eventually(async () => (await rows().count()) === 14, { withinMs: 5000 });
});

test('a search without a match says so and offers the way back', async () => {
  await page.getByLabel('Search pairs').fill('nothing like this');
  await page.getByText('No pair matches').waitFor();
  await page.getByRole('button', { name: 'Show all pairs' }).click();
  await eventually(async () => (await rows().count()) === 14, { withinMs: 5000 });
});

test('a verdict chip keeps its pairs, and a second press brings the others back', async () => {
  const chip = page.getByRole('button', { name: /Counted twice/ });
  await chip.click();
  expect(await rows().count()).toBe(2);
  expect(await chip.getAttribute('aria-pressed')).toBe('true');
  await chip.click();
  expect(await rows().count()).toBe(14);
});

test('findings stand by cause with their pairs, and a pair of theirs opens', async () => {
  await page.getByRole('tab', { name: /^Findings/ }).click();
  const first = page.getByRole('tabpanel').getByRole('listitem').first();
  expect(await first.innerText()).toMatch(
    /different event_ids[\s\S]*2 pairs[\s\S]*also clears: Meta counts this action twice \(2\)/,
  );
  await first.getByRole('button', { name: /Purchase/ }).click();
  await detail().getByRole('heading', { name: 'Meta counts this twice' }).waitFor();
});

test('new rows appear while the page is open, and an open detail follows its pair', async () => {
  await openOrder1001();
  await detail().getByRole('heading', { name: 'Meta counts this twice' }).waitFor();
  const mended = checkoutSession.pairs.filter((pair) => pair.key === 'p12');
  host.core.change({ pairs: mended.map((pair) => ({ ...pair, verdict: 'deduplicated', rule: 'P1', counted: 1 })) });
  await detail().getByRole('heading', { name: 'Meta counts this once' }).waitFor();
});

test('after a lost push the rows are fetched anew', async () => {
  const [first] = checkoutSession.pairs;
  if (first === undefined) throw new Error('The checkout has pairs.');
  host.core.change({ pairs: [{ ...first, key: 'late', eventName: 'Lead', at: first.at + 900_000 }] }, 3);
  await page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: /Lead/ }).waitFor();
  expect(await rows().count()).toBe(15);
});

test('a lost connection is said, and the window catches up once the core is back', async () => {
  host.forgive(page, /WebSocket|ERR_CONNECTION/);
  await host.stopServing();
  await page.getByText('Not connected to Twinlane.').waitFor();
  expect(await page.getByRole('button', { name: 'Stop' }).isDisabled()).toBe(true);
  host.core.setStatus({ heldCalls: 99 });
  await host.serveAgain();
  await page.getByRole('button', { name: 'Reconnect now' }).click();
  await page.getByText('99 calls held').waitFor();
  expect(await page.getByText('Not connected to Twinlane.').count()).toBe(0);
});

test('going from hold to forward is asked first', async () => {
  await page.getByRole('button', { name: /26 calls held, none went on to Meta/ }).click();
  const keep = page.getByRole('dialog').getByRole('button', { name: 'Keep holding' });
  expect(await keep.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.getByRole('dialog').getByRole('button', { name: 'Forward to Meta' }).click();
  await page.getByText('0 calls forwarded to Meta').waitFor();
  expect(host.core.asked.at(-1)).toEqual({ name: 'session.set-mode', input: { mode: 'forward' } });
});

test('the report is downloaded, redacted', async () => {
  await page.getByLabel('Export the report').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^JSON/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('report.json');
  expect(host.core.asked.at(-1)?.input).toEqual({ format: 'json', reveal: false });
});

test('Stop and Close lead back to the start', async () => {
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('status').getByText('Stopped').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('heading', { name: 'Record a site' }).waitFor();
});

test('text of a site is shown as text, whatever it holds', async () => {
  const hostile = '<img src=x onerror="document.title=1">';
  const [event] = checkoutSession.events;
  const [pair] = checkoutSession.pairs;
  if (event === undefined || pair === undefined) throw new Error('The checkout has pairs.');
  host.core.show(
    {
      ...emptySession,
      events: [{ ...event, eventName: hostile, url: `javascript:alert(1)//${hostile}`, damage: [hostile] }],
      pairs: [{ ...pair, eventName: hostile, why: hostile, server: [] }],
      findings: [{ ...checkoutSession.findings[0], pair: 'p1', title: hostile, detail: hostile } as never],
    },
    recordingStatus,
  );
  await page.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: hostile }).click();
  await detail().getByText(hostile).first().waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Twinlane');
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
});

test('several hundred pairs keep a few rows in the page and the newest in sight', async () => {
  host.core.show(longSession(25), recordingStatus);
  await eventually(
    async () => (await page.getByRole('grid', { name: 'Pairs' }).getAttribute('aria-rowcount')) === '351',
    {
      withinMs: 5000,
    },
  );
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /11:48:12/ })
    .waitFor();
  expect(await rows().count()).toBeLessThan(80);
});

test('the way to the newest is offered while it is out of sight, and no longer', async () => {
  const newest = page.getByRole('button', { name: 'Newest', exact: true });
  await page.setViewportSize({ width: 1280, height: 620 });
  await page.locator('#pair-grid').evaluate((list) => list.scrollTo(0, 20));
  await newest.waitFor();
  await page.setViewportSize({ width: 1280, height: 1080 });
  await newest.waitFor({ state: 'detached' });
});

const states: [string, Partial<SessionStatus>, RegExp][] = [
  ['recording', emptyRecording, /Nothing from Meta’s Pixel yet.*143 other requests seen.*consent banner/s],
  ['starting', { capture: { state: 'starting', what: 'Opening Chromium' } }, /Starting.*Opening Chromium/s],
  [
    'stopped',
    { capture: { state: 'stopped', reason: 'The browser was closed.' }, file: 'shop-2026-11-24.twinlane' },
    /Stopped before any event.*The browser was closed.*Back to start/s,
  ],
  [
    'failed',
    { capture: { state: 'failed', reason: 'Port 8080 is taken.', advice: 'Choose another one.' } },
    /Port 8080 is taken.*Choose another one.*Back to start/s,
  ],
];
test.each(states)(
  'an empty session that is %s says what is going on and what to do next',
  async (_name, status, words) => {
    host.core.show(emptySession, status);
    await eventually(async () => words.test(await page.getByRole('main').innerText()), { withinMs: 5000 });
  },
);

test('a record that could not be read is counted, with its place and reason behind the count', async () => {
  await page.getByRole('button', { name: '1 record could not be read' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sources' });
  await dialog.getByText('line 7').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});
