/** Finds the Playwright that a script would load, from where the script lies. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Every copy of playwright-core that a file may come by, as entry files; the file's own first. */
export function playwrightCores(file: string): string[] {
  const wrappers = ['playwright', '@playwright/test', '@playwright/browser-chromium'];
  const direct = entryOf(file, 'playwright-core');
  const nested = wrappers.flatMap((name) => {
    const wrapper = entryOf(file, name);
    if (wrapper === null) return [];
    const inner = entryOf(wrapper, 'playwright');
    return [entryOf(wrapper, 'playwright-core'), inner && entryOf(inner, 'playwright-core')];
  });
  return [...new Set([direct, ...nested])].filter((entry) => entry !== null);
}

/** The command line of Playwright Test; null where the file has none to load. */
export function playwrightTestCli(file: string): string | null {
  const manifest = entryOf(file, '@playwright/test/package.json') ?? entryOf(file, 'playwright/package.json');
  return manifest === null ? null : join(dirname(manifest), 'cli.js');
}

function entryOf(from: string, name: string): string | null {
  try {
    return createRequire(from).resolve(name);
  } catch {
    return null;
  }
}
