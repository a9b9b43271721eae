/** The built main bundle against a stand-in of Electron: what it calls, in which order, and what it lets nobody do. */
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { loadMain, PAGE, startMain } from '../../support/electron-stand-in/start-main.ts';
import { eventually } from '../../support/eventually.ts';

const orders = (child: { messages: { message: { do: string } }[] }) => child.messages.map(({ message }) => message.do);

describe('start', () => {
  it('takes the lock, the sandbox and the scheme before Electron is ready, then session, scheme, core and window', async () => {
    const { electron } = loadMain();
    expect(electron.order()).toEqual([
      'app.setPath',
      'app.requestSingleInstanceLock',
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
    ]);
    electron.becomeReady();
    await eventually(() => electron.windows[0], { withinMs: 5000 });
    const after = electron.order().slice(4);
    expect(after).toEqual([
      'session.setPermissionRequestHandler',
      'session.setPermissionCheckHandler',
      'session.setDevicePermissionHandler',
      'protocol.handle',
      'Menu.setApplicationMenu',
      'utilityProcess.fork',
      'new BrowserWindow',
      'window.loadURL',
    ]);
    expect(electron.last('window.loadURL')).toEqual([PAGE]);
  });

  it('of a second instance ends at once and touches nothing', async () => {
    const { electron } = loadMain({ isFirstInstance: false });
    electron.becomeReady();
    expect(electron.order()).toEqual(['app.setPath', 'app.requestSingleInstanceLock', 'app.quit', 'app quits']);
  });

  it('keeps Chromium’s files apart from the user’s sessions', () => {
    expect(loadMain().electron.last('app.setPath')).toEqual(['userData', join('/electron/userData', 'window')]);
  });

  it('makes a scheme that no other origin may read', () => {
    const [schemes] = loadMain().electron.last('protocol.registerSchemesAsPrivileged');
    expect(schemes).toEqual([
      {
        scheme: 'twinlane',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('makes a window with the sandbox on, Node off, and the built preload', async () => {
    const { window, folder } = await startMain();
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      preload: join(folder, 'preload/index.cjs'),
    });
  });

  it('shows the window once its page can be seen', async () => {
    const { electron, window } = await startMain();
    expect(electron.order()).not.toContain('window.show');
    window.emit('ready-to-show');
    expect(electron.order()).toContain('window.show');
  });

  it('opens the session file that a second start hands over, and comes to the front', async () => {
    const { electron, core } = await startMain();
    electron.modules.app.emit('second-instance', {}, ['twinlane', '/home/jane/shop.twinlane']);
    expect(core.messages.at(-1)?.message).toEqual({ do: 'open', path: '/home/jane/shop.twinlane' });
    expect(electron.order()).toContain('window.focus');
  });

  it('opens the session file that macOS hands over before there is a core', async () => {
    const { electron } = loadMain();
    electron.modules.app.emit('open-file', { preventDefault: () => undefined }, '/Users/jane/shop.twinlane');
    electron.becomeReady();
    const core = await eventually(() => electron.children[0], { withinMs: 5000 });
    expect(core.messages.map(({ message }) => message)).toContainEqual({
      do: 'open',
      path: '/Users/jane/shop.twinlane',
    });
  });
});

describe('the scheme', () => {
  it('serves the page with the policy and the other headers', async () => {
    const { electron } = await startMain();
    const answer = await electron.serve(new Request(PAGE));
    expect(answer?.status).toBe(200);
    expect(await answer?.text()).toContain('<title>Twinlane</title>');
    expect(answer?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(answer?.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'twinlane://app/../secret.js',
    'twinlane://app/%2e%2e/secret.js',
    'twinlane://app/..%2fsecret.js',
    'twinlane://app/assets/..%5c..%5csecret.js',
    'twinlane://evil/index.html',
    'twinlane://app/nothing.html',
  ])('has nothing at %s', async (url) => {
    const { electron } = await startMain();
    const answer = await electron.serve(new Request(url));
    expect(answer?.status).toBe(404);
    expect(await answer?.text()).toBe('');
  });

  it('answers GET only', async () => {
    const { electron } = await startMain();
    expect((await electron.serve(new Request(PAGE, { method: 'POST' })))?.status).toBe(404);
  });
});

describe('the page', () => {
  it.each(['will-frame-navigate', 'will-redirect'])('cannot leave by %s', async (event) => {
    const { window } = await startMain();
    const go = (url: string) => {
      let isPrevented = false;
      window.webContents.emit(event, {
        url,
        preventDefault: () => {
          isPrevented = true;
        },
      });
      return isPrevented ? 'stays' : 'goes';
    };
    expect(go('https://evil.example/')).toBe('stays');
    expect(go('file:///etc/passwd')).toBe('stays');
    expect(go(PAGE)).toBe('goes');
  });

  it('opens no windows, embeds no guests, downloads nothing', async () => {
    const { electron, window } = await startMain();
    const prevented: string[] = [];
    const event = (name: string) => ({ preventDefault: () => prevented.push(name) });
    expect(window.webContents.openHandler?.({ url: PAGE })).toEqual({ action: 'deny' });
    window.webContents.emit('will-attach-webview', event('webview'), {}, {});
    electron.modules.session.defaultSession.emit('will-download', event('download'));
    expect(prevented).toEqual(['webview', 'download']);
  });

  it('is refused every permission but copying', async () => {
    const { electron } = await startMain();
    const [onRequest] = electron.last('session.setPermissionRequestHandler') as [typeof requestHandler];
    const [onCheck] = electron.last('session.setPermissionCheckHandler') as [typeof checkHandler];
    const asked = (permission: string, requestingUrl: string) => {
      let granted: boolean | null = null;
      onRequest(
        null,
        permission,
        (isGranted) => {
          granted = isGranted;
        },
        { requestingUrl },
      );
      return granted;
    };
    expect(asked('media', PAGE)).toBe(false);
    expect(asked('clipboard-sanitized-write', 'https://evil.example/')).toBe(false);
    expect(asked('clipboard-sanitized-write', PAGE)).toBe(true);
    expect(onCheck(null, 'geolocation', 'twinlane://app/')).toBe(false);
    expect((electron.last('session.setDevicePermissionHandler') as [() => boolean])[0]()).toBe(false);
  });

  it('is loaded again after its process crashed', async () => {
    const { electron, window } = await startMain();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(electron.order()).toContain('window.reload');
  });
});

declare const requestHandler: (
  contents: null,
  permission: string,
  callback: (isGranted: boolean) => void,
  details: { requestingUrl: string },
) => void;
declare const checkHandler: (contents: null, permission: string, origin: string) => boolean;

describe('the core', () => {
  it('gets one end of a channel and the page the other, anew each time that the page loads', async () => {
    const { window, core } = await startMain();
    expect(orders(core)).toEqual(['start', 'serve']);
    const hostEnd = core.messages[1]?.ports[0] as MessagePort;
    const [channel, , pageEnds] = window.webContents.sent[0]?.args ?? [];
    const pageEnd = (pageEnds as MessagePort[])[0];
    expect(channel).toBe('desktop.port');
    const heard = new Promise((resolve) => hostEnd.once('message', resolve));
    pageEnd?.postMessage('hello');
    expect(await heard).toBe('hello');
    window.webContents.emit('did-finish-load');
    expect(orders(core)).toEqual(['start', 'serve', 'serve']);
  });

  it('that crashes is started once more with its session, and the page gets a port to the new one', async () => {
    const { electron, window, core } = await startMain();
    core.emit('message', { did: 'change-session', path: '/sessions/shop.twinlane' });
    core.emit('exit', 139);
    const second = electron.children[1];
    expect(second?.messages[0]?.message).toEqual({ do: 'start', reopen: '/sessions/shop.twinlane' });
    expect(second === undefined ? [] : orders(second)).toEqual(['start', 'serve']);
    expect(window.webContents.sent).toHaveLength(2);
    expect(electron.order()).not.toContain('dialog.showMessageBox');
  });

  it('that crashes again is not started again: the user is asked', async () => {
    const { electron, core } = await startMain({ messageBox: 0 });
    core.emit('exit', 139);
    electron.children[1]?.emit('exit', 139);
    expect(electron.children).toHaveLength(2);
    await eventually(() => electron.order().includes('app quits'), { withinMs: 5000 });
    expect(electron.order()).toContain('app.relaunch');
  });

  it('that cannot start is not tried again, and its reason is shown', async () => {
    const { electron, core } = await startMain({ messageBox: 1 });
    core.emit('message', { did: 'fail', message: 'The folder cannot be written.' });
    core.emit('exit', 1);
    await eventually(() => electron.order().includes('app quits'), { withinMs: 5000 });
    expect(electron.children).toHaveLength(1);
    expect(electron.last('dialog.showMessageBox')).toMatchObject([{ message: 'The folder cannot be written.' }]);
    expect(electron.order()).not.toContain('app.relaunch');
  });

  it('is closed before the app quits, and its end then starts nothing', async () => {
    const { electron, core } = await startMain();
    electron.modules.app.emit('window-all-closed');
    expect(orders(core).at(-1)).toBe('close');
    expect(electron.order()).not.toContain('app quits');
    core.emit('exit', 0);
    await eventually(() => electron.order().includes('app quits'), { withinMs: 5000 });
    expect(electron.children).toHaveLength(1);
  });
});
