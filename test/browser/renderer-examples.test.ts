/** Before and after in the list of findings, and code that is never cut, in a real Chromium over a real core. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Core } from '../../electron/core/core.ts';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { createCore } from '../../electron/core/session.ts';
import { launchTestBrowser } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';
import { temporaryFolderForFile } from '../support/temp-folder.ts';

const homeFolder = temporaryFolderForFile();
let core: Core;
let host: Awaited<ReturnType<typeof startHost>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  const rendererDir = join(await builtApp(), 'renderer');
  core = await createCore({ homeFolder });
  host = await startHost({ core, port: 0, rendererDir });
  browser = await launchTestBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await core.handlers['session.sample']({});
  await page.goto(host.url);
  await page.getByRole('tab', { name: /Findings/ }).click();
});
afterAll(async () => {
  await browser.close();
  await host.close();
  await core.close();
});

const group = (code: string) => page.locator('.finding-group', { has: page.locator(`code:text-is("${code}")`) });
const rowsOf = async (code: string) => {
  await group(code).getByRole('table').waitFor();
  return (await group(code).locator('tbody tr').allInnerTexts()).map((row) => row.split('\t'));
};

test('a finding shows the fields of one real pair as they are, beside how they should look', async () => {
  expect(await rowsOf('id.mismatch')).toEqual([
    ['event_id', 'Browser', 'HT-1001', 'as it is'],
    ['Server', 'order_HT-1001', 'HT-1001'],
  ]);
});

test('what identifies a visitor is masked in it, now and as it should be', async () => {
  const [browserRow, serverRow] = await rowsOf('key.missing-fbc');
  expect(browserRow).toEqual(['fbc', 'Browser', 'fb.1.…', 'as it is']);
  expect(serverRow).toEqual(['Server', 'missing', 'fb.1.…']);
});

test('a finding that no field shows has no empty table', async () => {
  await group('delivery.aborted').waitFor();
  await rowsOf('id.mismatch');
  expect(await group('delivery.aborted').getByRole('table').count()).toBe(0);
});

test('code wraps inside its box, and none of it lies under the copy button', async () => {
  await page.setViewportSize({ width: 900, height: 800 });
  const found = await page.locator('.fix-example').evaluateAll((examples) =>
    examples.map((example) => {
      const pre = example.querySelector('pre');
      const button = example.querySelector('button')?.getBoundingClientRect();
      const lines = [...example.querySelectorAll('pre > span')].flatMap((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return [...range.getClientRects()];
      });
      const isUnder = lines.some(
        (line) => button !== undefined && line.right > button.left && line.top < button.bottom,
      );
      return { isCut: pre === null || pre.scrollWidth > pre.clientWidth, isUnder, lines: lines.length };
    }),
  );
  expect(found.length).toBeGreaterThan(3);
  expect(found.filter(({ isCut, isUnder, lines }) => isCut || isUnder || lines === 0)).toEqual([]);
});
