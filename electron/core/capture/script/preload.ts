/**
 * Runs first in each process of a script: the Chromium that Playwright would launch becomes the recorded browser. Other
 * programs that the script starts inherit it and are left as they are.
 */
import { createRequire, registerHooks } from 'node:module';
import type { Browser, BrowserContextOptions, BrowserType } from 'playwright-core';
import { type ScriptSettings, SETTINGS_VARIABLE } from './child-messages.ts';
import { playwrightCores } from './find-playwright.ts';

type Playwright = Record<'chromium' | 'firefox' | 'webkit', BrowserType>;

const told = process.env[SETTINGS_VARIABLE];
if (told !== undefined && isOfTheScript(process.argv[1] ?? '')) prepare(JSON.parse(told) as ScriptSettings);

/** Our own entry, or one of Playwright Test's processes. */
function isOfTheScript(entry: string): boolean {
  const path = entry.replaceAll('\\', '/');
  return (
    /\/node_modules\/(?:@playwright\/test|playwright)\//.test(path) || /\/script(?:\/main\.ts|-main\.js)$/.test(path)
  );
}

function prepare(settings: ScriptSettings): void {
  const cores = playwrightCores(settings.file);
  if (cores.length === 0 && settings.playwright !== null) {
    cores.push(settings.playwright);
    lend(settings.playwright);
  }
  const load = createRequire(import.meta.url);
  for (const core of cores) redirect(load(core) as Playwright, settings);
}

/** Gives our own Playwright to a script that has none beside it. */
function lend(entry: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const isPlaywright = specifier === 'playwright' || specifier === 'playwright-core';
      return next(isPlaywright ? entry : specifier, context);
    },
  });
}

function redirect({ chromium, firefox, webkit }: Playwright, { endpoint, url }: ScriptSettings): void {
  const join = async () => withBase(await chromium.connectOverCDP(endpoint), url);
  chromium.launch = join;
  chromium.launchPersistentContext = async () => {
    const [context] = (await join()).contexts();
    if (context === undefined) throw new Error('The recorded browser has no window any more.');
    return context;
  };
  for (const other of [firefox, webkit]) {
    const refuse = () =>
      Promise.reject(new Error(`Twinlane records scripts in Chromium; this one asks for ${other.name()}.`));
    other.launch = refuse;
    other.launchPersistentContext = refuse;
  }
}

/** Relative addresses mean the recorded site; a proxy of the script's own would go past the recording. */
function withBase(browser: Browser, url: string | null): Browser {
  const adapt = ({ proxy: _proxy, ...options }: BrowserContextOptions = {}): BrowserContextOptions => ({
    ...(url === null ? {} : { baseURL: url }),
    ...options,
  });
  const newContext = browser.newContext.bind(browser);
  const newPage = browser.newPage.bind(browser);
  browser.newContext = (options) => newContext(adapt(options));
  browser.newPage = (options) => newPage(adapt(options));
  return browser;
}
