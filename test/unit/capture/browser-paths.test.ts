import { expect, test } from 'vitest';
import { browserPlaces } from '../../../electron/core/capture/browser-paths.ts';

const paths = (platform: NodeJS.Platform, environment: Record<string, string>) =>
  browserPlaces(platform, environment).map(({ path }) => path);

test('on Linux the folders of PATH come first and the usual ones are looked at even without it', () => {
  const found = paths('linux', { PATH: '/opt/own/bin:relative:/usr/bin' });
  expect(found[0]).toBe('/opt/own/bin/google-chrome-stable');
  expect(found).toContain('/snap/bin/chromium');
  expect(found).toContain('/usr/bin/microsoft-edge-stable');
  expect(found.some((path) => !path.startsWith('/'))).toBe(false);
  expect(paths('linux', {})).toContain('/usr/bin/firefox-esr');
});

test('on macOS the applications of the machine and of the user are looked at', () => {
  const found = paths('darwin', { HOME: '/Users/ann' });
  expect(found).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(found).toContain('/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
});

test('on Windows all three program folders are looked at, as far as they are set', () => {
  const environment = {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
  };
  const found = paths('win32', environment);
  expect(found).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
  expect(found).toContain('C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
  expect(found).toContain('C:\\Program Files\\Mozilla Firefox\\firefox.exe');
  expect(paths('win32', {})).toEqual([]);
});

test.each([
  ['/opt/chrome/google-chrome', 'chrome'],
  ['C:\\own\\chrome.exe', 'chrome'],
  ['/opt/msedge-dev/microsoft-edge-dev', 'edge'],
  ['C:\\own\\msedge.exe', 'edge'],
  ['/home/ann/firefox/firefox', 'firefox'],
  ['/opt/brave/brave', 'chromium'],
])('TWINLANE_BROWSER=%s comes before all others, as %s', (path, id) => {
  expect(browserPlaces('linux', { TWINLANE_BROWSER: path })[0]).toMatchObject({ id, path });
});
