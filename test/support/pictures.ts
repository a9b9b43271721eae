/**
 * `npm run pictures`: the README's pictures, taken of the built app with its sample session in a real Chromium.
 * `npm run pictures -- --references`: the pictures that test/browser/pictures.test.ts compares with, for this machine.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { createCore } from '../../electron/core/session.ts';
import { launchTestBrowser } from './browser.ts';
import { builtApp } from './built-app.ts';
import { openPictured, pictured, picturesOf } from './picture-scenes.ts';
import { referenceFolder, saveReference } from './reference-pictures.ts';
import { startViewHost } from './view-host.ts';

const folder = resolve(import.meta.dirname, '../../docs/images');
const size = { width: 1440, height: 900 };

const views: Record<string, (page: Page) => Promise<unknown>> = {
  session: async (page) => {
    await page
      .getByRole('grid', { name: 'Pairs' })
      .getByRole('row', { name: /Counted twice/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Both copies' }).waitFor();
  },
  findings: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /Findings/ }).click();
    await page.getByText('at stake').first().waitFor();
  },
  coverage: async (page) => {
    await page.getByRole('tab', { name: 'Coverage' }).click();
    await page.getByRole('heading', { name: 'Does Meta learn of what happened?' }).waitFor();
  },
};

async function takeForReadme(): Promise<void> {
  const homeFolder = mkdtempSync(join(tmpdir(), 'twinlane-pictures-'));
  const core = await createCore({ homeFolder });
  const host = await startHost({ core, port: 0, rendererDir: join(await builtApp(), 'renderer') });
  const browser = await launchTestBrowser();
  const page = await browser.newPage({
    viewport: size,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  mkdirSync(folder, { recursive: true });
  await page.goto(host.url);
  await page.getByText('Sample session').click();
  for (const [name, show] of Object.entries(views)) {
    await show(page);
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    process.stdout.write(`docs/images/${name}.png\n`);
  }
  await browser.close();
  await host.close();
  await core.close();
  rmSync(homeFolder, { recursive: true, force: true });
}

async function takeReferences(): Promise<void> {
  const host = await startViewHost();
  const page = await openPictured(host);
  const references = await referenceFolder(page);
  await host.release(page);
  for (const view of Object.keys(pictured)) {
    for (const [name, picture] of await picturesOf(host, view)) saveReference(references, name, picture);
  }
  await host.close();
  process.stdout.write(`${references}\n`);
}

await (process.argv.includes('--references') ? takeReferences() : takeForReadme());
process.exit(0);
