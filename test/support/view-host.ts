/** The built view in a real Chromium, served by the real loopback host over a core that a test writes itself. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { launchTestBrowser } from './browser.ts';
import { builtApp } from './built-app.ts';
import { standInForDesktop } from './desktop-stand-in.ts';
import { createViewCore, type ViewCore } from './view-core.ts';

/** `pick`: the window is a desktop's, and this is the path that the person picks in the system's dialog. */
type OpenOptions = { colorScheme?: 'light' | 'dark'; height?: number; pick?: string };

export type ViewHost = {
  core: ViewCore;
  /** A window of its own at the start of the app. */
  open(options?: OpenOptions): Promise<Page>;
  /** What the pages complained of: console errors, faults, breaches of the CSP. */
  complaints: string[];
  /** Ends the host as a crash would. */
  stopServing(): Promise<void>;
  /** Starts one at the same address with the same token; over another core where one is given, as a restart does. */
  serveAgain(core?: ViewCore): Promise<void>;
  close(): Promise<void>;
};

export async function startViewHost(): Promise<ViewHost> {
  const rendererDir = join(await builtApp(), 'renderer');
  const core = createViewCore();
  const browser = await launchTestBrowser();
  let host = await startHost({ core, port: 0, rendererDir });
  const { port, url } = host;
  const token = new URL(url).hash.replace('#token=', '');
  const complaints: string[] = [];

  async function open({ colorScheme = 'light', height = 800, pick }: OpenOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
      viewport: { width: 1280, height },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    if (pick !== undefined) await standInForDesktop(page, { token, picked: pick });
    await page.goto(url);
    return page;
  }

  return {
    core,
    open,
    complaints,
    stopServing: () => host.close(),
    async serveAgain(another = core) {
      host = await startHost({ core: another, port, rendererDir, token });
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}
