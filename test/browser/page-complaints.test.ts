/** A window that complains fails the test that made it: an error in the console, a fault, a breach of the policy. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startViewHost, type ViewHost } from '../support/view-host.ts';

let host: ViewHost;
beforeAll(async () => {
  host = await startViewHost();
});
afterAll(() => host.close());

const complaints: [string, RegExp, (page: Page) => Promise<unknown>][] = [
  ['an error in the console', /said so/, (page) => page.evaluate(() => console.error('said so'))],
  [
    'a fault',
    /thrown so/,
    (page) =>
      page.evaluate(() => {
        setTimeout(() => {
          throw new Error('thrown so');
        });
      }),
  ],
  [
    'a breach of the policy',
    /Content Security Policy/,
    (page) =>
      page.evaluate(() => {
        new Image().src = 'http://127.0.0.1:9/';
      }),
  ],
];

test.each(complaints)('%s is thrown when the window ends, and only once', async (_name, words, complain) => {
  const page = await host.open();
  let heard = false;
  page.on('console', () => {
    heard = true;
  });
  page.on('pageerror', () => {
    heard = true;
  });
  await complain(page);
  await eventually(() => heard, { withinMs: 10_000 });
  await expect(host.release(page)).rejects.toThrow(words);
  await host.release(await host.open());
});

test('what a test said it would make the window complain of is forgiven', async () => {
  const page = await host.open();
  host.forgive(page, /said so/);
  await page.evaluate(() => console.error('said so'));
  await host.release(page);
});
