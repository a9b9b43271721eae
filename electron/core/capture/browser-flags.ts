/** The command lines of the browsers: everything through the proxy, none of the first-run noise, else as the user has it. */

export type BrowserCommand = {
  profile: string;
  /** `http://127.0.0.1:41001` */
  proxyUrl: string;
  headless: boolean;
};

/** What a browser does by itself, on its own account, and what greets a new profile. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-background-mode',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-notifications',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
];

/**
 * Chromium, Chrome and Edge. QUIC is off because it would go past the proxy. The debugging pipe marks a browser as
 * automated for its pages, which the person at the keyboard is not: that mark is taken off. `--test-type` spares them
 * the warning about the certificate flag, which is limited to this profile and this authority.
 */
export function chromiumFlags(
  command: BrowserCommand & { spki: string; userAgent: string | null; isRoot: boolean },
): string[] {
  return [
    ...recordingFlags(command),
    '--remote-debugging-pipe',
    '--disable-blink-features=AutomationControlled',
    '--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider',
    '--test-type',
    '--edge-skip-compat-layer-relaunch',
    ...quiet,
    ...(command.headless ? ['--headless=new', '--hide-scrollbars', '--mute-audio'] : []),
    ...(command.userAgent === null ? [] : [`--user-agent=${command.userAgent}`]),
    ...(command.isRoot ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

type Recording = { profile: string; proxyUrl: string; spki: string };

/** What any recorded browser of this family needs. Loopback goes through the proxy too. */
function recordingFlags({ profile, proxyUrl, spki }: Recording): string[] {
  return [
    `--user-data-dir=${profile}`,
    `--proxy-server=${proxyUrl}`,
    '--proxy-bypass-list=<-loopback>',
    `--ignore-certificate-errors-spki-list=${spki}`,
    '--disable-quic',
  ];
}

/** For a browser that the person starts: as short as it can be. */
export function ownChromiumFlags(recording: Recording): string[] {
  return [...recordingFlags(recording), '--no-first-run', '--no-default-browser-check'];
}

export function firefoxFlags(command: BrowserCommand, url: string): string[] {
  return ['-no-remote', '-new-instance', '-profile', command.profile, ...(command.headless ? ['-headless'] : []), url];
}

/** Firefox takes the rest as preferences of the profile: the text of its `user.js`. */
export function firefoxPreferences(proxyUrl: string): string {
  const { hostname, port } = new URL(proxyUrl);
  const preferences: Record<string, string | number | boolean> = {
    'network.proxy.type': 1,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.http.http3.enable': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'app.shield.optoutstudies.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.newtabpage.activity-stream.feeds.telemetry': false,
    'browser.safebrowsing.downloads.remote.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.tabs.warnOnClose': false,
    'datareporting.healthreport.uploadEnabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'services.settings.server': 'http://127.0.0.1:9/',
    'startup.homepage_welcome_url': 'about:blank',
    'toolkit.telemetry.enabled': false,
    'toolkit.telemetry.server': '',
    'trailhead.firstrun.didSeeAboutWelcome': true,
  };
  return Object.entries(preferences)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}
