/** Starts one of the user's browsers with a throw-away profile behind the proxy, and watches what only it can see. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Refusal } from '../../../shared/api/errors.ts';
import type { InputHandle, Source } from '../source.ts';
import { chromiumFlags, firefoxFlags, firefoxPreferences } from './browser-flags.ts';
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts';
import { followTargets, type TargetListener } from './browser-targets.ts';
import { type CdpConnection, connectCdp } from './cdp-connection.ts';
import { watchCertificates } from './certificate-watch.ts';
import type { FoundBrowser } from './find-browser.ts';
import { certificateOverrides, trustInFirefox } from './firefox-trust.ts';
import { certificatesOf } from './host-certificate.ts';
import { whyNoWindow } from './no-window.ts';
import { normalUserAgent } from './normal-user-agent.ts';
import { collectPageEvidence, type PageEvidence } from './page-evidence.ts';
import type { SeenCalls } from './seen-calls.ts';
import { makeProfile, removeProfile } from './throwaway-profile.ts';
import type { TrustedHosts } from './trusted-hosts.ts';

export type LaunchOptions = {
  browser: FoundBrowser;
  /** `http://127.0.0.1:41001` */
  proxyUrl: string;
  /** Base64 SHA-256 of the authority's public key. */
  spki: string;
  /** PEM file of the authority, for Firefox. */
  certificatePath: string;
  headless: boolean;
  /** Null: an empty page. */
  url: string | null;
  /** Where facts go that only the browser can tell; null: none are taken. Firefox tells none. */
  watch: InputHandle | null;
  /** The proxy's, so that a call that both saw is stored once. */
  seenCalls: SeenCalls | null;
  /** Whose certificates are taken unverified. */
  trusted?: TrustedHosts;
  /** The person closed the browser, or it crashed; its profile is gone. Not called after `close`. */
  onExit(): void;
};

export type LaunchedBrowser = Source & {
  name: string;
  pid: number;
  /** For whoever drives the browser beside the person; null for Firefox. */
  cdp: CdpConnection | null;
};

/**
 * Resolves when the first page was asked for. Rejects with `Refusal('browser-missing')` where the browser does not start.
 * `close` ends the whole process tree and removes the profile.
 */
export async function launchBrowser(options: LaunchOptions): Promise<LaunchedBrowser> {
  const profile = makeProfile(options.browser);
  try {
    const start = options.browser.id === 'firefox' ? startFirefox : startChromium;
    const browser = await start(options, profile);
    return { name: options.browser.name, pid: browser.pid, cdp: browser.cdp, close: browser.close };
  } catch (error) {
    await removeProfile(profile);
    throw error;
  }
}

type Started = BrowserProcess & { cdp: CdpConnection | null };

async function startFirefox(options: LaunchOptions, profile: string): Promise<Started> {
  await trustInFirefox(profile, options.certificatePath);
  await writeFile(join(profile, 'user.js'), firefoxPreferences(options.proxyUrl), { mode: 0o600 });
  const overrides = certificateOverrides(await certificatesOf(options.trusted, options.url));
  await writeFile(join(profile, 'cert_override.txt'), overrides, { mode: 0o600 });
  const { browser, proxyUrl, headless, onExit } = options;
  const flags = firefoxFlags({ profile, proxyUrl, headless }, options.url ?? 'about:blank');
  const started = await startBrowserProcess({
    path: browser.path,
    flags,
    profile,
    hasPipe: false,
    askToQuit: () => void started.child.kill(),
    onExit,
  });
  return { ...started, cdp: null };
}

async function startChromium(options: LaunchOptions, profile: string): Promise<Started> {
  const { browser, proxyUrl, headless, url, onExit } = options;
  const others = await certificatesOf(options.trusted, url);
  const spki = [options.spki, ...others.map((certificate) => certificate.spki)].join(',');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const userAgent = headless ? await normalUserAgent(browser) : null;
  let evidence: PageEvidence | null = null;
  let cdp: CdpConnection | null = null;
  let isRunning = false;
  const started = await startBrowserProcess({
    path: browser.path,
    flags: chromiumFlags({ profile, proxyUrl, spki, headless, userAgent, isRoot }),
    profile,
    hasPipe: true,
    askToQuit: () => cdp?.post('Browser.close'),
    onExit: () => void Promise.resolve(evidence?.close()).then(() => isRunning && onExit()),
  });
  try {
    const connection = connectCdp(started.child.stdio[3] as Writable, started.child.stdio[4] as Readable);
    cdp = connection;
    evidence = options.watch && collectPageEvidence(connection, options.watch, options.seenCalls);
    const listeners = [evidence, options.trusted ? watchCertificates(connection, options.trusted) : null];
    const firstTab = followTargets(connection, together(listeners), () => connection.post('Browser.close'));
    const tab = await Promise.race([firstTab, endOf(started)]);
    isRunning = true;
    if (url !== null) await navigate(connection, tab, url);
  } catch (cause) {
    await started.close();
    throw new Refusal('browser-missing', whyNoWindow(browser, { headless }), { cause });
  }
  return { ...started, cdp, close: () => started.close().then(() => evidence?.close()) };
}

/**
 * The site gets a renderer of its own, which takes over what is being watched only as far as the first one has confirmed
 * it: an answer to the last of these commands shows that it has. Without it the page's own load could go unseen.
 */
async function navigate(connection: CdpConnection, tab: string, url: string): Promise<void> {
  await connection.send('Page.enable', {}, tab);
  connection.post('Page.navigate', { url }, tab);
}

function together(listeners: (TargetListener | null)[]): TargetListener {
  return {
    prepare: (target) => {
      for (const listener of listeners) listener?.prepare(target);
    },
    gone: (sessionId) => {
      for (const listener of listeners) listener?.gone(sessionId);
    },
  };
}

/** Rejects when the process ends. */
function endOf({ child }: BrowserProcess): Promise<never> {
  return new Promise((_, reject) => {
    child.once('exit', (code) => reject(new Error(`The browser ended with status ${code}.`)));
  });
}
