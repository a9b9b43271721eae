/** The built view in a real Chromium, served by the real loopback host over a core that a test writes itself. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { launchTestBrowser } from './browser.ts';
import { builtApp } from './built-app.ts';
import { standInForDesktop } from './desktop-stand-in.ts';
import { watchComplaints } from './page-complaints.ts';
import { createViewCore, type ViewCore } from './view-core.ts';

/** `pick`: the window is a desktop's, and this is the path that the person picks in the system's dialog. */
type OpenOptions = {
  colorScheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  pick?: string;
};

export type ViewHost = {
  core: ViewCore;
  /** A window at the start of the app, with nothing kept from another one. */
  open(options?: OpenOptions): Promise<Page>;
  /** Ends a window, and throws what it complained of. */
  release(page: Page): Promise<void>;
  /** The test makes the window complain of this. */
  forgive(page: Page, expected: RegExp): void;
  /** Ends the host as a crash would. */
  stopServing(): Promise<void>;
  /** Starts one at the same address with the same token; over another core where one is given, as a restart does. */
  serveAgain(core?: ViewCore): Promise<void>;
  close(): Promise<void>;
};

type Window = { page: Page; complaints: string[]; forgiven: RegExp[]; pick: string | undefined };

export async function startViewHost(): Promise<ViewHost> {
  const rendererDir = join(await builtApp(), 'renderer');
  const core = createViewCore();
  const browser = await launchTestBrowser();
  let host = await startHost({ core, port: 0, rendererDir });
  const { port, url } = host;
  const token = new URL(url).hash.replace('#token=', '');
  const windows = new Map<Page, Window>();
  const idle: Window[] = [];

  async function open({ colorScheme = 'light', width = 1280, height = 800, pick }: OpenOptions = {}): Promise<Page> {
    const used = idle.findIndex((window) => window.pick === pick);
    const window = idle.splice(used, used < 0 ? 0 : 1)[0] ?? (await newWindow(browser, pick));
    const { page } = window;
    windows.set(page, window);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (used >= 0) {
      await startAnew(window, url);
    } else {
      if (pick !== undefined) await standInForDesktop(page, { token, picked: pick });
      await page.goto(url);
    }
    // Whoever uses it sees something first: before that, keys fall on nothing.
    await page.locator('.app').waitFor();
    return page;
  }

  async function release(page: Page): Promise<void> {
    const window = windows.get(page);
    windows.delete(page);
    for (const other of page.context().pages()) if (other !== page) await other.close();
    if (window === undefined) return;
    idle.push(window);
    const forgiven = window.forgiven.splice(0);
    const unexpected = window.complaints.splice(0).filter((text) => !forgiven.some((each) => each.test(text)));
    if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join('\n')}`);
  }

  return {
    core,
    open,
    release,
    forgive: (page, expected) => windows.get(page)?.forgiven.push(expected),
    stopServing: () => host.close(),
    async serveAgain(another = core) {
      host = await startHost({ core: another, port, rendererDir, token });
    },
    async close() {
      const left = [...windows.keys()];
      const ends = await Promise.allSettled(left.map((page) => release(page)));
      await browser.close();
      await host.close();
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}

async function newWindow(browser: Browser, pick?: string): Promise<Window> {
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const complaints = watchComplaints(context);
  return { page: await context.newPage(), complaints, forgiven: [], pick };
}

/** A used window loads all of the app again: a third of the time of a new one, and nothing left of what was there. */
async function startAnew({ page, complaints }: Window, url: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.context().clearCookies();
  await page.evaluate((start) => {
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', start);
  }, url);
  complaints.splice(0);
  await page.reload();
}
