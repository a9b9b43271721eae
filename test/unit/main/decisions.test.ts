/** What the desktop allows and does, decided without Electron. */
import { describe, expect, it } from 'vitest';
import { afterCoreExit, isReloadedAfterCrash } from '../../../electron/main/decisions/after-exit.ts';
import { isRevealable, openableLink, sessionFileOf, textFile } from '../../../electron/main/decisions/desktop-input.ts';
import { APP_URL, isAllowedPermission, isOwnPage } from '../../../electron/main/decisions/own-page.ts';
import { windowOptions } from '../../../electron/main/decisions/window-options.ts';

describe('the own page', () => {
  it.each([APP_URL, 'twinlane://app/', 'twinlane://app/index.html#lanes', 'twinlane://app'])('%s is it', (url) => {
    expect(isOwnPage(url)).toBe(true);
  });

  it.each([
    '',
    'about:blank',
    'https://app/index.html',
    'file:///app/index.html',
    'twinlane://evil/index.html',
    'twinlane://app.evil.example/',
    'twinlane://app@evil.example/',
    'twinlane://user@app/',
    'twinlane:app/index.html',
    'twinlanes://app/',
    'javascript:alert(1)',
    'data:text/html,twinlane://app/',
  ])('%j is not', (url) => {
    expect(isOwnPage(url)).toBe(false);
  });

  it('may copy text, and may do nothing else that needs a permission', () => {
    expect(isAllowedPermission('clipboard-sanitized-write', APP_URL)).toBe(true);
    for (const permission of [
      'clipboard-read',
      'media',
      'geolocation',
      'notifications',
      'fileSystem',
      'openExternal',
    ]) {
      expect(isAllowedPermission(permission, APP_URL)).toBe(false);
    }
    expect(isAllowedPermission('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
  });
});

it('the window is sandboxed, isolated and without Node', () => {
  const { webPreferences } = windowOptions({ preloadPath: '/app/preload.cjs', isPackaged: true, isDark: false });
  expect(webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    devTools: false,
  });
});

describe('when the core ends', () => {
  const running = { isClosing: false, failure: null, restarts: 0 };

  it('as it was told to, nothing follows', () => {
    expect(afterCoreExit({ ...running, isClosing: true })).toEqual({ next: 'nothing' });
  });

  it('unasked for the first time, it is started again', () => {
    expect(afterCoreExit(running)).toEqual({ next: 'restart' });
  });

  it('unasked for the second time, the user is asked', () => {
    expect(afterCoreExit({ ...running, restarts: 1 })).toMatchObject({ next: 'give-up' });
  });

  it('because it cannot start, the user is told why', () => {
    const failure = 'The folder /home/jane/.twinlane cannot be written.';
    expect(afterCoreExit({ ...running, failure })).toEqual({ next: 'give-up', text: failure });
  });
});

it('a page that crashed is loaded again, but not for ever', () => {
  expect(isReloadedAfterCrash('crashed', 0)).toBe(true);
  expect(isReloadedAfterCrash('crashed', 3)).toBe(false);
  expect(isReloadedAfterCrash('clean-exit', 0)).toBe(false);
});

describe('links', () => {
  it.each(['https://developers.facebook.com/docs/meta-pixel/', 'http://127.0.0.1:4000/shop'])('%s opens', (url) => {
    expect(openableLink(url)).toBe(url);
  });

  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://evil.example/share',
    'ms-msdt:/id',
    'https://user@evil.example/',
    'https://user:pass@evil.example/',
    '//evil.example',
    'no link',
    null,
    { href: 'https://evil.example' },
  ])('%j does not', (url) => {
    expect(openableLink(url)).toBeNull();
  });
});

describe('paths', () => {
  it.each([
    ['/home/jane/a.twinlane', 'linux'],
    ['C:\\Users\\jane\\a.twinlane', 'win32'],
    ['C:/Users/jane/a.twinlane', 'win32'],
  ] as const)('%s may be shown on %s', (path, platform) => {
    expect(isRevealable(path, platform)).toBe(true);
  });

  it.each([
    ['a.twinlane', 'linux'],
    ['../a.twinlane', 'darwin'],
    ['\\\\evil.example\\share\\a', 'win32'],
    ['//evil.example/share/a', 'win32'],
    ['//evil.example/share/a', 'linux'],
    ['\\\\?\\C:\\a', 'win32'],
    ['/a', 'win32'],
    ['/a\0b', 'linux'],
    [7, 'linux'],
  ] as const)('%j may not be shown on %s', (path, platform) => {
    expect(isRevealable(path, platform)).toBe(false);
  });
});

describe('a text to save', () => {
  it.each(['report.json', '../../report.json', 'C:\\Windows\\report.json', '/etc/report.json'])(
    'is offered under its bare name, given as %s',
    (name) => {
      expect(textFile({ name, text: '{}' })).toEqual({ name: 'report.json', text: '{}' });
    },
  );

  it.each([null, 'text', {}, { name: 'a' }, { name: 'a', text: 7 }, { name: ['a'], text: '' }])(
    'is not %j',
    (input) => {
      expect(textFile(input)).toBeNull();
    },
  );
});

describe('the session file among the arguments', () => {
  it.each([
    [['/opt/twinlane', '/home/jane/shop.twinlane'], '/home/jane/shop.twinlane'],
    [['electron', '.', '--inspect', 'Shop.TWINLANE'], 'Shop.TWINLANE'],
    [['shop.twinlane'], null],
    [['electron', '.', '--file=shop.twinlane'], null],
    [['electron', '.', 'shop.har'], null],
  ])('of %j is %j', (argv, path) => {
    expect(sessionFileOf(argv)).toBe(path);
  });
});
