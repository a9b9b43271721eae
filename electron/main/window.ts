/** Opens the window, and gives its page a MessagePort to the core each time that it has loaded. */
import { BrowserWindow, MessageChannelMain, nativeTheme } from 'electron';
import { DESKTOP_CHANNEL } from '../../shared/api/desktop.ts';
import type { CoreProcess } from './core-process.ts';
import { isReloadedAfterCrash } from './decisions/after-exit.ts';
import { APP_URL } from './decisions/own-page.ts';
import { type WindowSetting, windowOptions } from './decisions/window-options.ts';

export type OpenWindowOptions = Omit<WindowSetting, 'isDark'> & { core: CoreProcess };

export function openWindow({ core, ...setting }: OpenWindowOptions): BrowserWindow {
  const window = new BrowserWindow(windowOptions({ ...setting, isDark: nativeTheme.shouldUseDarkColors }));
  let reloads = 0;
  window.once('ready-to-show', () => window.show());
  window.webContents.on('did-finish-load', () => connectWindow(window, core));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (!isReloadedAfterCrash(reason, reloads)) return;
    reloads += 1;
    window.reload();
  });
  void window.loadURL(APP_URL);
  return window;
}

/** Main relays nothing: one end goes to the core, the other through the preload to the page. */
export function connectWindow(window: BrowserWindow, core: CoreProcess): void {
  const { port1, port2 } = new MessageChannelMain();
  core.serve(port1);
  window.webContents.postMessage(DESKTOP_CHANNEL.port, null, [port2]);
}
