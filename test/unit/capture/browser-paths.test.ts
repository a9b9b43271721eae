import { expect, test } from 'vitest';
import { browserPlaces } from '../../../electron/core/capture/browser-paths.ts';
import { type BrowserMachine, confinedBrowsers, findBrowsers } from '../../../electron/core/capture/find-browser.ts';
import { chooseBrowser } from '../../../electron/core/choose-browser.ts';

/** A machine as it was recorded: its programs, with the text of those that are scripts. */
function machine(recorded: Partial<BrowserMachine> & { programs: Record<string, string> }): BrowserMachine {
  const { programs, ...rest } = recorded;
  return {
    platform: 'linux',
    environment: {},
    isProgram: (path) => path in programs,
    headOf: (path) => programs[path] ?? '',
    registry: () => '',
    ...rest,
  };
}

const found = (recorded: BrowserMachine) => findBrowsers(recorded).map(({ id, path }) => [id, path]);
const programs = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, '']));

const debian = machine({
  environment: { PATH: '/usr/local/bin:/usr/bin' },
  programs: programs(
    '/usr/bin/firefox-esr',
    '/usr/bin/chromium',
    '/usr/bin/brave-browser',
    '/usr/bin/google-chrome-stable',
  ),
});

test('on Linux one of each kind is found, Firefox ESR too, also with the short PATH of a desktop start', () => {
  const all = [
    ['chrome', '/usr/bin/google-chrome-stable'],
    ['chromium', '/usr/bin/chromium'],
    ['brave', '/usr/bin/brave-browser'],
    ['firefox', '/usr/bin/firefox-esr'],
  ];
  expect(found(debian)).toEqual(all);
  expect(found({ ...debian, environment: {} })).toEqual(all);
});

test('what the PATH names first wins, and its relative folders are not looked at', () => {
  const own = machine({
    environment: { PATH: 'bin:/home/ann/bin:/usr/bin' },
    programs: programs('/home/ann/bin/chromium', '/usr/bin/chromium', 'bin/chromium'),
  });
  expect(found(own)).toEqual([['chromium', '/home/ann/bin/chromium']]);
});

test('packages of vendors outside the usual folders are found', () => {
  const vendors = programs(
    '/opt/brave.com/brave/brave',
    '/opt/microsoft/msedge/microsoft-edge',
    '/opt/firefox/firefox',
  );
  expect(found(machine({ programs: vendors })).map(([id]) => id)).toEqual(['edge', 'brave', 'firefox']);
});

test("Ubuntu's Chromium and Firefox are known as snaps, also by the scripts that start them", () => {
  const ubuntu = machine({
    environment: { PATH: '/usr/bin:/snap/bin' },
    programs: {
      '/usr/bin/chromium-browser':
        '#!/bin/sh\nif ! [ -x /snap/bin/chromium ]; then\n  exit 1\nfi\nexec /snap/bin/chromium "$@"\n',
      '/snap/bin/firefox': '',
      '/usr/bin/brave-browser': '#!/bin/bash\nexec /opt/brave.com/brave/brave "$@"\n',
    },
  });
  expect(findBrowsers(ubuntu).map(({ id, snap }) => [id, snap])).toEqual([
    ['chromium', 'chromium'],
    ['brave', undefined],
    ['firefox', 'firefox'],
  ]);
});

test('a browser that is here as a Flatpak only is not started; the refusal says why and what to do', () => {
  const fedora = machine({
    environment: { HOME: '/home/ann' },
    programs: programs(
      '/var/lib/flatpak/exports/bin/com.brave.Browser',
      '/home/ann/.local/share/flatpak/exports/bin/org.mozilla.firefox',
    ),
  });
  expect(findBrowsers(fedora)).toEqual([]);
  const here = { found: [], confined: confinedBrowsers(fedora) };
  expect(() => chooseBrowser('firefox', here)).toThrow(/Firefox is here as a Flatpak.*Install it as a package/);
  expect(() => chooseBrowser(null, here)).toThrow(/Brave is here as a Flatpak/);
  expect(() => chooseBrowser('chrome', here)).toThrow('Google Chrome was not found on this machine.');
});

test('a found browser is chosen though a Flatpak of the same kind lies beside it', () => {
  const here = { found: findBrowsers(debian), confined: [{ id: 'brave' as const, name: 'Brave', path: '/f' }] };
  expect(chooseBrowser('brave', here)?.path).toBe('/usr/bin/brave-browser');
  expect(chooseBrowser(null, here)?.id).toBe('chrome');
  expect(chooseBrowser('none', here)).toBeNull();
});

test('on macOS the applications of the machine and of the user are found', () => {
  const mac = machine({
    platform: 'darwin',
    environment: { HOME: '/Users/ann' },
    programs: programs(
      '/Users/ann/Applications/Brave Browser.app/Contents/MacOS/Brave Browser',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ),
  });
  expect(found(mac).map(([id]) => id)).toEqual(['chrome', 'brave', 'firefox']);
});

const windows = {
  PROGRAMFILES: 'C:\\Program Files',
  'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
};

test('on Windows the program folders of the machine and of the user are looked at, as far as they are set', () => {
  const paths = browserPlaces('win32', windows).map(({ path }) => path);
  expect(paths).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(paths).toContain('C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
  expect(paths).toContain('C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe');
  expect(browserPlaces('win32', {})).toEqual([]);
});

/** As `reg query … /s /ve` prints it on an English and on a German Windows 11. */
const registry = `
HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Firefox-308046B0AF4A39CB\r
    (Default)    REG_SZ    Mozilla Firefox\r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Firefox-308046B0AF4A39CB\\shell\\open\\command\r
    (Default)    REG_SZ    "D:\\Programme\\Firefox ESR\\firefox.exe"\r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Google Chrome\\shell\\open\\command\r
    (Standard)    REG_SZ    D:\\Apps\\Chrome\\chrome.exe --flag\r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Google Chrome\\DefaultIcon\r
    (Standard)    REG_SZ    D:\\Apps\\Chrome\\icons.exe,0\r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\IEXPLORE.EXE\\shell\\open\\command\r
    (Default)    REG_SZ    "C:\\Program Files\\Internet Explorer\\iexplore.exe"\r
\r
End of search: 5 match(es) found.\r
`;

test('on Windows the registry names browsers in other folders, in every language of the system', () => {
  const recorded = machine({
    platform: 'win32',
    environment: windows,
    programs: programs(
      'D:\\Programme\\Firefox ESR\\firefox.exe',
      'D:\\Apps\\Chrome\\chrome.exe',
      'D:\\Apps\\Chrome\\icons.exe',
    ),
    registry: () => registry,
  });
  expect(found(recorded)).toEqual([
    ['chrome', 'D:\\Apps\\Chrome\\chrome.exe'],
    ['firefox', 'D:\\Programme\\Firefox ESR\\firefox.exe'],
  ]);
});

test.each([
  ['/opt/chrome/google-chrome', 'chrome'],
  ['C:\\own\\chrome.exe', 'chrome'],
  ['/opt/msedge-dev/microsoft-edge-dev', 'edge'],
  ['C:\\own\\msedge.exe', 'edge'],
  ['/home/ann/firefox/firefox', 'firefox'],
  ['/opt/brave/brave', 'brave'],
  ['/opt/vivaldi/vivaldi', 'chromium'],
])('TWINLANE_BROWSER=%s comes before all others, as %s', (path, id) => {
  expect(browserPlaces('linux', { TWINLANE_BROWSER: path })[0]).toMatchObject({ id, path });
});
