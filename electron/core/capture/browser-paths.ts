/** Where browsers are installed, by platform: a pure list of places to look, best first. */
import { posix, win32 } from 'node:path';

/** Browsers that speak the DevTools protocol. */
export const chromiumKinds: ReadonlySet<BrowserId> = new Set(['chrome', 'edge', 'chromium']);

type BrowserId = 'chrome' | 'edge' | 'chromium' | 'firefox';

export type BrowserPlace = { id: BrowserId; name: string; path: string };

type Environment = Readonly<Record<string, string | undefined>>;

const names: Record<BrowserId, string> = {
  chrome: 'Google Chrome',
  edge: 'Microsoft Edge',
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** Commands on Linux, and the folders in which they lie where PATH does not say (a desktop start has a short PATH). */
const linuxCommands: Record<BrowserId, string[]> = {
  chrome: ['google-chrome-stable', 'google-chrome', 'google-chrome-beta'],
  edge: ['microsoft-edge-stable', 'microsoft-edge'],
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox', 'firefox-esr'],
};
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'];

const macBundles: Record<BrowserId, string> = {
  chrome: 'Google Chrome.app/Contents/MacOS/Google Chrome',
  edge: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  chromium: 'Chromium.app/Contents/MacOS/Chromium',
  firefox: 'Firefox.app/Contents/MacOS/firefox',
};

const windowsPrograms: Record<BrowserId, string> = {
  chrome: 'Google\\Chrome\\Application\\chrome.exe',
  edge: 'Microsoft\\Edge\\Application\\msedge.exe',
  chromium: 'Chromium\\Application\\chrome.exe',
  firefox: 'Mozilla Firefox\\firefox.exe',
};

const ids: BrowserId[] = ['chrome', 'edge', 'chromium', 'firefox'];

/** All places at which a browser may lie; whether one does is for the caller to see. TWINLANE_BROWSER comes first. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): BrowserPlace[] {
  const places = ids.flatMap((id) => pathsOf(id, platform, environment).map((path) => ({ id, name: names[id], path })));
  const own = environment.TWINLANE_BROWSER;
  return own ? [ownPlace(own), ...places] : places;
}

function pathsOf(id: BrowserId, platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'win32') return windowsPaths(id, environment);
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])];
    return folders.map((folder) => posix.join(folder, macBundles[id]));
  }
  const onPath = (environment.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...onPath, ...linuxFolders])];
  return linuxCommands[id].flatMap((command) => folders.map((folder) => posix.join(folder, command)));
}

function windowsPaths(id: BrowserId, environment: Environment): string[] {
  const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
  return roots.flatMap((root) => (root ? [win32.join(root, windowsPrograms[id])] : []));
}

/** Tells by the file's name what the person's own choice is; a fork of Chromium counts as Chromium. */
function ownPlace(path: string): BrowserPlace {
  const file = path.toLowerCase().split(/[\\/]/).at(-1) ?? '';
  const id: BrowserId = /firefox|librewolf/.test(file)
    ? 'firefox'
    : /edge/.test(file)
      ? 'edge'
      : /^(?:google[ -])?chrome/.test(file)
        ? 'chrome'
        : 'chromium';
  return { id, name: names[id], path };
}
