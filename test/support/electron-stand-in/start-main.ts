/** Starts the built main process over stand-ins for Electron's modules. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { onTestFinished } from 'vitest';
import { builtApp } from '../built-app.ts';
import { eventually } from '../eventually.ts';
import { temporaryFolder } from '../temp-folder.ts';
import { loadBundle } from './load-bundle.ts';
import { type Answers, mainStandIn } from './main-modules.ts';

export const PAGE = 'twinlane://app/index.html';

const outDir = await builtApp();

/** The app as it stands before Electron says that it is ready. */
export function loadMain(special: Partial<Answers> = {}) {
  const electron = mainStandIn(special);
  const folder = loadBundle(join(outDir, 'main/index.js'), temporaryFolder(), electron.modules);
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>Twinlane</title>');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  onTestFinished(() => {
    for (const child of electron.children) for (const { ports } of child.messages) closePorts(ports);
    for (const { webContents } of electron.windows) for (const { args } of webContents.sent) closePorts(args[2]);
  });
  return { electron, folder };
}

function closePorts(ports: unknown): void {
  for (const port of (ports ?? []) as MessagePort[]) port.close();
}

/** The app with its window open and its page loaded. */
export async function startMain(special: Partial<Answers> = {}) {
  const { electron, folder } = loadMain(special);
  electron.becomeReady();
  const window = await eventually(() => electron.windows[0], { withinMs: 5000 });
  const [core] = electron.children;
  if (core === undefined) throw new Error('There is a window and no core.');
  window.webContents.emit('did-finish-load');
  const topFrame = { url: PAGE, parent: null };
  return { electron, folder, window, core, topFrame };
}
