/** Starts the desktop app in order: one instance, scheme, core, window; and ends it in order: the core last. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { registerAppScheme, serveAppScheme } from './app-scheme.ts';
import { type CoreProcess, startCoreProcess } from './core-process.ts';
import { sessionFileOf } from './decisions/desktop-input.ts';
import { answerDesktopCalls } from './desktop-calls.ts';
import { lockDownContents, lockDownSession } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { connectWindow, openWindow } from './window.ts';

const outDir = join(import.meta.dirname, '..');

// On two systems Electron's folder is the one of the user's sessions: Chromium's own files get one below it.
app.setPath('userData', join(app.getPath('userData'), 'window'));
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  let fileToOpen = sessionFileOf(process.argv);
  let core: CoreProcess | null = null;
  const openFile = (path: string) => {
    if (core === null) fileToOpen = path;
    else core.open(path);
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
    answerDesktopCalls();
    setMenu();
    const started = startCore();
    core = started;
    if (fileToOpen !== null) started.open(fileToOpen);
    closeBeforeQuit(started);
    openWindow({ core: started, preloadPath: join(outDir, 'preload/index.cjs'), isPackaged: app.isPackaged });
  });
}

function startCore(): CoreProcess {
  const core = startCoreProcess({
    modulePath: join(outDir, 'main/core.js'),
    onRestart: () => {
      for (const window of BrowserWindow.getAllWindows()) connectWindow(window, core);
    },
    onGiveUp: (text) => void askAfterCrash(text),
  });
  return core;
}

function closeBeforeQuit(core: CoreProcess): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void core.close().then(() => {
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
