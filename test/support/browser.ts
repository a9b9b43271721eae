/** Starts the machine's Chromium for tests: headless, without a sandbox only where the system allows none (root). */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const candidates = [
  process.env.TWINLANE_TEST_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Absolute path of the browser; throws with what to install where there is none. */
export function testBrowserPath(): string {
  const known = [...candidates, chromium.executablePath()];
  const found = known.find((path) => path !== undefined && existsSync(path));
  if (found === undefined) {
    throw new Error('No Chromium found: install chromium, or name one in TWINLANE_TEST_BROWSER.');
  }
  return found;
}

/** Whoever starts it closes it. */
export function launchTestBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const chromiumSandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath: testBrowserPath(), chromiumSandbox, ...options });
}
