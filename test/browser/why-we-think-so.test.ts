/** The grounds under a verdict and its findings: folded away, complete when opened, and accessible. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkoutSession } from '../support/view-checkout.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';
import { recordingStatus } from '../support/view-states.ts';

let host: ViewHost;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());

async function openOrder(colorScheme: 'light' | 'dark'): Promise<Page> {
  host.core.show(checkoutSession, recordingStatus);
  const page = await host.open({ colorScheme });
  await page
    .getByRole('grid', { name: 'Pairs' })
    .getByRole('row', { name: /Purchase.*1001/ })
    .click();
  await page.getByRole('heading', { name: 'As captured' }).waitFor();
  return page;
}

test('the grounds are folded away until somebody asks', async () => {
  const page = await openOrder('light');
  expect(await page.getByText('Confidence').first().isVisible()).toBe(false);
  await page.context().close();
});

test('a verdict tells its evidence side by side, its rule, source and confidence', async () => {
  const page = await openOrder('light');
  await page.getByText('Why we think so').first().click();
  const signs = page.getByRole('table', { name: 'What the copies have in common' });
  const rows = await signs.getByRole('row').allInnerTexts();
  expect(rows.map((row) => row.split('\t')[0])).toContain('order');
  const header = page.locator('.detail-header');
  expect(await header.innerText()).toContain('P3: Meta would not join the two.');
  expect(await header.innerText()).toContain('Twinlane: evidence of the recordings');
  expect(await header.innerText()).toContain('Medium: weighed from what was seen');
  await page.context().close();
});

test('a finding tells its code, source and confidence', async () => {
  const page = await openOrder('light');
  const finding = page.locator('.finding-tree').first();
  await finding.getByText('Why we think so').click();
  expect(await finding.locator('.grounds', { hasText: 'Why we think so' }).innerText()).toMatch(
    /Rule\s+id\.mismatch[\s\S]*Source\s+Meta: [\s\S]*High: /,
  );
  await page.context().close();
});

test.each(['light', 'dark'] as const)('opened grounds have no violation in %s', async (colorScheme) => {
  const page = await openOrder(colorScheme);
  for (const summary of await page.getByText('Why we think so').all()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).include('.pair-detail').analyze();
  await page.context().close();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([]);
});
