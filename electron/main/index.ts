/** Starts the desktop app in order: one instance, scheme, core, window; and ends it in order: the core last. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { type CoreWindows, createCoreWindows } from './core-windows.ts';
import { sessionFileOf } from './decisions/desktop-input.ts';
import { answerDesktopCalls } from './desktop-calls.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import { setMenu } from './menu.ts';

const outDir = join(import.meta.dirname, '..');

// On two systems Electron's folder is the one of the user's sessions: Chromium's own files get one below it.
app.setPath('userData', join(app.getPath('userData'), 'window'));
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  let fileToOpen = sessionFileOf(process.argv);
  let windows: CoreWindows | null = null;
  const openFile = (path: string) => {
    if (windows === null) fileToOpen = path;
    else windows.openInFirst(path);
  };

  app.enableSandbox();
  registerAppScheme();
  lockDownContents();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFile(path);
  });
  app.on('second-instance', (_event, argv) => {
    const path = sessionFileOf(argv);
    if (path !== null) openFile(path);
    showFirstWindow();
  });
  app.on('window-all-closed', () => app.quit());

  void app.whenReady().then(() => {
    lockDownSession(session.defaultSession);
    serveAppScheme(join(outDir, 'renderer'));
    const opened = createCoreWindows({ outDir, onGiveUp: (text) => void askAfterCrash(text) });
    windows = opened;
    answerDesktopCalls({ openApart: opened.open });
    setMenu();
    closeBeforeQuit(opened);
    opened.open(fileToOpen);
  });
}

function closeBeforeQuit(windows: CoreWindows): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void windows.closeCores().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}

async function askAfterCrash(text: string): Promise<void> {
  const buttons = ['Restart Twinlane', 'Quit'];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: text,
    buttons,
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) app.relaunch();
  app.quit();
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
