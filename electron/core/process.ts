/** Entry of the core inside Electron's utilityProcess. */
import { type ParentPortLike, runCoreChild } from './core-child.ts';
import { divertLibraryOutput } from './library-output.ts';
import { logInternal } from './serve/log-internal.ts';
import { createCore } from './session.ts';
import { twinlaneHome } from './store/sessions-folder.ts';

const parent = (process as { parentPort?: ParentPortLike }).parentPort;
if (parent === undefined) throw new Error('This file runs inside the desktop app; `twinlane serve` runs without it.');

divertLibraryOutput();
process.on('uncaughtException', (error) => {
  logInternal(error, 'the core');
  process.exit(1);
});
runCoreChild({
  parent,
  createCore: () => createCore({ homeFolder: twinlaneHome() }),
  exit: (code) => process.exit(code),
});
