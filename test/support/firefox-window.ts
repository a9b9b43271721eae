/** The built view in a stock Firefox, driven over WebDriver BiDi, with what it complains of. */
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowsers } from '../../electron/core/capture/find-browser.ts';
import { type LoopbackHost, startHost } from '../../electron/core/serve/loopback-host.ts';
import { builtApp } from './built-app.ts';
import { createViewCore, type ViewCore } from './view-core.ts';

export const firefoxPath = findBrowsers().find(({ id }) => id === 'firefox')?.path;

export type FirefoxWindow = {
  core: ViewCore;
  page: Page;
  url: string;
  /** Console errors and warnings, faults, breaches of the security policy; they grow while the window is open. */
  complaints: string[];
  /** Loads the app again with nothing kept. */
  startAnew(): Promise<void>;
  close(): Promise<void>;
};

export async function openFirefoxWindow(): Promise<FirefoxWindow> {
  const core = createViewCore();
  const host = await startHost({ core, port: 0, rendererDir: join(await builtApp(), 'renderer') });
  const browser = await launch({ browser: 'firefox', headless: true, executablePath: firefoxPath ?? '' });
  const page = await browser.newPage();
  const complaints = await watchComplaints(page);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(host.url);
  return {
    core,
    page,
    url: host.url,
    complaints,
    startAnew: () => startAnew(page, host.url),
    close: () => closeAll(browser, host),
  };
}

async function watchComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error instanceof Error ? error.message : String(error)));
  // Firefox tells no driver what its policy stopped: the page does.
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`The policy stopped ${effectiveDirective}: ${blockedURI}`),
    ),
  );
  return complaints;
}

async function startAnew(page: Page, url: string): Promise<void> {
  await page.evaluate((start) => {
    localStorage.clear();
    history.replaceState(null, '', start);
  }, url);
  await page.reload();
}

async function closeAll(browser: Browser, host: LoopbackHost): Promise<void> {
  await browser.close();
  await host.close();
}
