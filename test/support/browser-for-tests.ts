/** Sees to it that the tests have a browser: the machine's own, else Playwright's, which is fetched once. */
import { spawnSync } from 'node:child_process';
import { testBrowserPath } from './browser.ts';

export function browserForTests(): { path: string } | { missing: string } {
  const found = lookUp();
  if ('path' in found) return found;
  console.log('No Chromium on this machine: fetching one for the tests …');
  spawnSync('playwright-core', ['install', 'chromium'], { stdio: 'ignore', shell: process.platform === 'win32' });
  return lookUp();
}

function lookUp(): { path: string } | { missing: string } {
  try {
    return { path: testBrowserPath() };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
