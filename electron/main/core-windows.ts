/** Each window with a core of its own: opens them in pairs, ends a core with its window, and all of them at the end. */
import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { type CoreProcess, startCoreProcess } from './core-process.ts';
import { connectWindow, openWindow } from './window.ts';

export type CoreWindows = {
  /** `path`: the file that it shows first; null: the start page. */
  open(path: string | null): void;
  /** Opens a file in the window that was opened first of those that are left; in a new one where none is. */
  openInFirst(path: string): void;
  /** Resolves when every core has ended. */
  closeCores(): Promise<void>;
};

type Setting = { outDir: string; onGiveUp(text: string): void };

export function createCoreWindows({ outDir, onGiveUp }: Setting): CoreWindows {
  const cores = new Map<CoreProcess, BrowserWindow>();
  const ending = new Set<Promise<void>>();

  function open(path: string | null): void {
    const core = startCoreProcess({
      modulePath: join(outDir, 'main/core.js'),
      onRestart: () => connectWindow(window, core),
      onGiveUp,
    });
    if (path !== null) core.open(path);
    const window = openWindow({ core, preloadPath: join(outDir, 'preload/index.cjs'), isPackaged: app.isPackaged });
    cores.set(core, window);
    window.once('closed', () => end(core));
  }

  function end(core: CoreProcess): void {
    cores.delete(core);
    const ended = core.close().finally(() => ending.delete(ended));
    ending.add(ended);
  }

  return {
    open,
    openInFirst(path) {
      const [core] = cores.keys();
      if (core === undefined) open(path);
      else core.open(path);
    },
    async closeCores() {
      for (const core of [...cores.keys()]) end(core);
      await Promise.all(ending);
    },
  };
}
