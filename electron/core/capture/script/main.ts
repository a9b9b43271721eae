/** The process of a plain script or of a module that exports what to do with a page. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, BrowserType, Page } from 'playwright-core';
import { type ScriptSettings, SETTINGS_VARIABLE, tellParent } from './child-messages.ts';
import { playwrightCores } from './find-playwright.ts';

type Step = <Result>(name: string, body?: () => Result) => Result | undefined;
type Journey = (tools: { page: Page; context: BrowserContext; step: Step }) => Promise<unknown>;

process.on('uncaughtExceptionMonitor', (error) => {
  tellParent({ failure: error instanceof Error ? error.message : String(error) });
});

const settings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '{}') as ScriptSettings;
const { default: journey } = (await import(pathToFileURL(settings.file).href)) as { default?: unknown };
if (typeof journey === 'function') await travel(journey as Journey);

async function travel(journey: Journey): Promise<void> {
  const core = playwrightCores(settings.file)[0] ?? settings.playwright ?? 'playwright-core';
  const { chromium } = createRequire(import.meta.url)(core) as { chromium: BrowserType };
  const browser = await chromium.launch();
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = context.pages()[0] ?? (await context.newPage());
  if (settings.url !== null) await page.goto(settings.url);
  await journey({ page, context, step });
  await browser.close();
}

function step<Result>(name: string, body?: () => Result): Result | undefined {
  tellParent({ step: name, at: Date.now() });
  return body?.();
}
