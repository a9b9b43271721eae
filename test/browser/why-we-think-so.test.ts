/** The grounds under a verdict and its findings: folded away, complete when opened, and accessible. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
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
beforeEach(async () => {
  host.core.show(checkoutSession, recordingStatus);
  page = await host.open();
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await page.getByRole('heading', { name: 'As captured' }).waitFor();
});
afterEach(() => host.release(page));

test('the grounds are folded away until somebody asks', async () => {
  expect(await page.getByText('Confidence').first().isVisible()).toBe(false);
});

test('a verdict tells its evidence side by side, its rule, source and confidence', async () => {
  await page.getByText('Why we think so').first().click();
  const signs = page.getByRole('table', { name: 'What the copies have in common' });
  const rows = await signs.getByRole('row').allInnerTexts();
  expect(rows.map((row) => row.split('\t')[0])).toContain('order');
  const header = page.locator('.detail-header');
  expect(await header.innerText()).toContain('P3: Meta would not join the two.');
  expect(await header.innerText()).toContain('Twinlane: evidence of the recordings');
  expect(await header.innerText()).toContain('Medium: weighed from what was seen');
});

test('a finding tells its code, source and confidence', async () => {
  const finding = page.locator('.finding-tree').first();
  await finding.getByText('Why we think so').click();
  expect(await finding.locator('.grounds', { hasText: 'Why we think so' }).innerText()).toMatch(
    /Rule\s+id\.mismatch[\s\S]*Source\s+Meta: [\s\S]*High: /,
  );
});

test('opened grounds have no violation', async () => {
  for (const summary of await page.getByText('Why we think so').all()) await summary.click();
  expect(await violationsOf(page, '.pair-detail')).toEqual([]);
});
