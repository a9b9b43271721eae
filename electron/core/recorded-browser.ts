/** The browser of a recording, driven by the person or by a script. */
import { chromiumKinds } from './capture/browser-paths.ts';
import type { FoundBrowser } from './capture/find-browser.ts';
import { type LaunchedBrowser, launchBrowser } from './capture/launch-browser.ts';
import type { CaptureProxy } from './capture/proxy.ts';
import { type DrivenScript, driveBrowser, notDrivable } from './capture/script/drive-browser.ts';
import { planScript, type ScriptPlan } from './capture/script/script-plan.ts';
import type { TrustedHosts } from './capture/trusted-hosts.ts';
import { chooseBrowser } from './choose-browser.ts';
import type { SessionBook } from './session-book.ts';
import type { RecordOptions } from './session-options.ts';
import type { Source } from './source.ts';

/** What is asked for and can be had: found out before anything is started. */
export type BrowserPlan = { browser: FoundBrowser | null; script: ScriptPlan | null };

export function planBrowser({ browser: choice, script }: RecordOptions): BrowserPlan {
  const browser = chooseBrowser(choice);
  if (script === null) return { browser, script: null };
  if (browser === null || !chromiumKinds.has(browser.id)) throw notDrivable(browser?.name ?? 'a browser of your own');
  return { browser, script: planScript(script) };
}

export type BrowserNeeds = {
  url: string | null;
  headless: boolean;
  book: SessionBook;
  proxy: CaptureProxy;
  trusted: TrustedHosts;
  requests(): number;
  onScriptOutput(text: string): void;
  onBrowserExit(): void;
};

export type RecordedBrowser = Source & { name: string; script: DrivenScript | null };

/** Null where the person wants no browser of ours. A script opens the first page itself. */
export async function openBrowser(plan: BrowserPlan, needs: BrowserNeeds): Promise<RecordedBrowser | null> {
  const { browser, script: scriptPlan } = plan;
  if (browser === null) return null;
  const handle = needs.book.openInput('browser', browser.name);
  const launched = await launchBrowser({
    browser,
    proxyUrl: needs.proxy.url,
    spki: needs.proxy.spki,
    certificatePath: needs.proxy.certificatePath,
    headless: needs.headless,
    url: scriptPlan === null ? needs.url : null,
    watch: handle,
    seenCalls: needs.proxy.seenCalls,
    trusted: needs.trusted,
    onExit: needs.onBrowserExit,
  });
  if (scriptPlan === null) return { name: browser.name, script: null, close: launched.close };
  return driven(launched, () =>
    driveBrowser({
      plan: scriptPlan,
      browser: launched,
      url: needs.url,
      handle,
      requests: needs.requests,
      onOutput: needs.onScriptOutput,
    }),
  );
}

async function driven(launched: LaunchedBrowser, drive: () => Promise<DrivenScript>): Promise<RecordedBrowser> {
  try {
    const script = await drive();
    const close = () => script.close().then(launched.close);
    return { name: launched.name, script, close };
  } catch (error) {
    await launched.close();
    throw error;
  }
}
