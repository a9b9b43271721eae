/** The main job, from outside: record the demo shop, see the pairs in the window, open one, find its fault. */
import { existsSync, readdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTestBrowser } from '../support/browser.ts';
import { builtApp } from '../support/built-app.ts';
import { type RunningCommand, run, start } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { watchComplaints } from '../support/page-complaints.ts';
import { buy, launchShopper, openShopPage, switchFaults } from '../support/shopper.ts';
import { temporaryFolder, temporaryFolderForFile } from '../support/temp-folder.ts';

const withinMs = 30_000;
const home = temporaryFolderForFile();
let demo: RunningCommand;
let ready: Record<string, string>;
let shopper: Browser;
let viewer: Browser;
let view: Page;
let complaints: string[];

beforeAll(async () => {
  await builtApp();
  demo = start(['demo', '--browser', 'none', '--format', 'json'], { home });
  ready = await demo.ready();
  viewer = await launchTestBrowser();
  const context = await viewer.newContext();
  complaints = watchComplaints(context);
  view = await context.newPage();
  await view.goto(ready.app ?? '');
  shopper = await launchShopper({ proxy: ready.proxy ?? '', certificate: ready.certificate ?? '' });
});

afterAll(async () => {
  await Promise.allSettled([shopper?.close(), viewer?.close()]);
  demo?.child.kill('SIGKILL');
});

describe('a visit to the demo shop', () => {
  it('shows each Pixel call joined with its server event while the browser runs', async () => {
    await switchFaults(ready.shop ?? '');
    const page = await openShopPage(shopper, ready.shop ?? '');
    await buy(page);
    await eventually(async () => (await rowsSaying(/Purchase.*Deduplicated/)) > 0, { withinMs });
    expect(await rowsSaying(/Counted twice/)).toBe(0);
    await page.close();
  });

  it('names the fault that was switched on, with its fix, in the pair that has it', async () => {
    await switchFaults(ready.shop ?? '', 'id.mismatch.prefix');
    const page = await openShopPage(shopper, ready.shop ?? '');
    await buy(page);
    await eventually(async () => (await rowsSaying(/Purchase.*Counted twice/)) > 0, { withinMs });
    await view
      .getByRole('grid', { name: 'Pairs' })
      .getByRole('row', { name: /Purchase.*Counted twice/ })
      .first()
      .click();
    await view.getByText('The two copies carry different event_ids').first().waitFor({ timeout: withinMs });
    await view.getByText('id.mismatch').first().waitFor({ timeout: withinMs });
    await page.close();
  });

  it('says that no call went on to Meta, and how much was held', async () => {
    await view.getByText(/\d+ calls held, none went on to Meta/).waitFor({ timeout: withinMs });
  });

  it('has given the window nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });

  it('ends cleanly on SIGINT: exit 0, a whole session file, the same pairs in its report', async () => {
    demo.child.kill('SIGINT');
    const { status, out } = await demo.ended;
    expect(status).toBe(0);
    const report = JSON.parse(out.slice(out.indexOf('\n') + 1));
    expect(report.summary.pairs.doubleCounted).toBeGreaterThan(0);
    expect(existsSync(`${ready.session}-wal`)).toBe(false);
    const stored = JSON.parse((await run(['export', ready.session ?? '', '--format', 'json'], { home })).out);
    expect(stored.pairs).toEqual(report.pairs);
    expect(stored.findings).toEqual(report.findings);
  });
});

async function rowsSaying(text: RegExp): Promise<number> {
  return view.getByRole('grid', { name: 'Pairs' }).getByRole('row', { name: text }).count();
}

describe('twinlane record', () => {
  it('opens a throw-away browser on the page, keeps what it sent, and leaves nothing behind on SIGTERM', async () => {
    const shop = start(['demo', '--browser', 'none'], { home });
    const { shop: url = '' } = await shop.ready();
    const scratch = temporaryFolder();
    const profiles = () => readdirSync(scratch).filter((name) => name.startsWith('twinlane-profile'));
    const recording = start(['record', url, '--headless', '--browser', 'chromium', '--format', 'json'], {
      home,
      env: { TMPDIR: scratch, TEMP: scratch },
    });
    const { session = '' } = await recording.ready();
    await eventually(() => profiles().length > 0, { withinMs });
    await eventually(
      async () => {
        const { out } = await run(['export', session, '--format', 'json'], { home });
        return JSON.parse(out).summary.browserEvents > 0;
      },
      { withinMs },
    );
    recording.child.kill('SIGTERM');
    const { status, out } = await recording.ended;
    expect(status).toBe(0);
    expect(JSON.parse(out.slice(out.indexOf('\n') + 1)).events[0]).toMatchObject({ side: 'browser', outcome: 'held' });
    expect(profiles()).toEqual([]);
    shop.child.kill('SIGTERM');
    expect((await shop.ended).status).toBe(0);
  });
});
