/** Where browsers are installed, by platform: a pure list of places to look, best first. */
import { posix, win32 } from 'node:path';
import { registeredBrowsers } from './browser-registry.ts';

export type BrowserId = 'chrome' | 'edge' | 'chromium' | 'brave' | 'firefox';

/** Browsers that speak the DevTools protocol; in the order in which they are chosen. */
export const chromiumKinds: ReadonlySet<BrowserId> = new Set(['chrome', 'edge', 'chromium', 'brave']);

export type BrowserPlace = { id: BrowserId; name: string; path: string };

export type Environment = Readonly<Record<string, string | undefined>>;

export const browserNames: Record<BrowserId, string> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  chromium: 'Chromium',
  brave: 'Brave',
  firefox: 'Firefox',
};

/** Commands on Linux, and the folders in which they lie where PATH does not say (a desktop start has a short PATH). */
const linuxCommands: Record<BrowserId, string[]> = {
  chrome: ['google-chrome-stable', 'google-chrome', 'google-chrome-beta', 'google-chrome-unstable'],
  edge: ['microsoft-edge-stable', 'microsoft-edge', 'microsoft-edge-beta', 'microsoft-edge-dev'],
  chromium: ['chromium', 'chromium-browser'],
  brave: ['brave-browser-stable', 'brave-browser', 'brave', 'brave-browser-beta'],
  firefox: ['firefox', 'firefox-esr'],
};
const linuxFolders = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/opt/brave.com/brave',
  '/opt/firefox',
  '/usr/lib/firefox-esr',
];

const macBundles: Record<BrowserId, string[]> = {
  chrome: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Google Chrome Beta.app/Contents/MacOS/Google Chrome Beta',
  ],
  edge: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  chromium: ['Chromium.app/Contents/MacOS/Chromium'],
  brave: ['Brave Browser.app/Contents/MacOS/Brave Browser'],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox ESR.app/Contents/MacOS/firefox'],
};

const windowsPrograms: Record<BrowserId, string[]> = {
  chrome: ['Google\\Chrome\\Application\\chrome.exe'],
  edge: ['Microsoft\\Edge\\Application\\msedge.exe'],
  chromium: ['Chromium\\Application\\chrome.exe'],
  brave: ['BraveSoftware\\Brave-Browser\\Application\\brave.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe', 'Mozilla Firefox ESR\\firefox.exe'],
};

/** Names under which Flatpak exports what it runs in its sandbox. */
const flatpaks: Record<BrowserId, string> = {
  chrome: 'com.google.Chrome',
  edge: 'com.microsoft.Edge',
  chromium: 'org.chromium.Chromium',
  brave: 'com.brave.Browser',
  firefox: 'org.mozilla.firefox',
};

const ids = [...chromiumKinds, 'firefox'] as const;

/**
 * All places at which a browser may lie; whether one does is for the caller to see. TWINLANE_BROWSER comes first.
 * `registry`: what `reg query` printed of the browsers that Windows knows.
 */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment, registry = ''): BrowserPlace[] {
  const registered = platform === 'win32' ? registeredBrowsers(registry) : [];
  const places = ids.flatMap((id) => [
    ...pathsOf(id, platform, environment).map((path) => placeOf(id, path)),
    ...registered.filter((found) => found.id === id).map(({ path }) => placeOf(id, path)),
  ]);
  const own = environment.TWINLANE_BROWSER;
  return own ? [ownPlace(own), ...places] : places;
}

/** Browsers in Flatpak's sandbox, which lets neither the recording's profile nor its pipe in: found only to say so. */
export function flatpakPlaces(platform: NodeJS.Platform, { HOME: home }: Environment): BrowserPlace[] {
  if (platform !== 'linux') return [];
  const folders = ['/var/lib/flatpak/exports/bin', ...(home ? [`${home}/.local/share/flatpak/exports/bin`] : [])];
  return ids.flatMap((id) => folders.map((folder) => placeOf(id, posix.join(folder, flatpaks[id]))));
}

function placeOf(id: BrowserId, path: string): BrowserPlace {
  return { id, name: browserNames[id], path };
}

function pathsOf(id: BrowserId, platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'win32') return windowsPaths(id, environment);
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])];
    return macBundles[id].flatMap((bundle) => folders.map((folder) => posix.join(folder, bundle)));
  }
  const onPath = (environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...onPath, ...linuxFolders])];
  return linuxCommands[id].flatMap((command) => folders.map((folder) => posix.join(folder, command)));
}

function windowsPaths(id: BrowserId, environment: Environment): string[] {
  const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? windowsPrograms[id].map((program) => win32.join(root, program)) : []));
}

/** Tells by the file's name what the person's own choice is; an unknown fork of Chromium counts as Chromium. */
function ownPlace(path: string): BrowserPlace {
  const file = path.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const kinds: [RegExp, BrowserId][] = [
    [/firefox|librewolf/, 'firefox'],
    [/edge/, 'edge'],
    [/brave/, 'brave'],
    [/^(?:google[ -])?chrome/, 'chrome'],
  ];
  return placeOf(kinds.find(([pattern]) => pattern.test(file))?.[1] ?? 'chromium', path);
}
