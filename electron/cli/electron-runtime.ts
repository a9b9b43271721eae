/** Finds the Electron runtime beside the installed package, and fetches it once where it is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './view-folder.ts';

export type ElectronRuntime = { path: string } | { missing: string };

const fetchTimeoutMs = 10 * 60_000;

/** Looks without touching the network: the `electron` package itself would start a download when it is required. */
export function electronRuntime(folder: string = electronPackage()): ElectronRuntime {
  if (!existsSync(join(folder, 'package.json'))) return { missing: 'the electron package is not installed.' };
  const pathFile = join(folder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : '';
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  if (name === '' || !existsSync(path)) return { missing: 'the Electron runtime is not on this machine.' };
  return { path };
}

/** The same, with the download that the package leaves to its first start. */
export function fetchedElectronRuntime(folder: string = electronPackage()): ElectronRuntime {
  const found = electronRuntime(folder);
  const installer = join(folder, 'install.js');
  if ('path' in found || !existsSync(installer) || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return found;
  process.stderr.write('Fetching the Electron runtime (once) …\n');
  const run = spawnSync(process.execPath, [installer], { encoding: 'utf8', timeout: fetchTimeoutMs });
  return run.status === 0
    ? electronRuntime(folder)
    : { missing: `the Electron runtime cannot be had: ${faultIn(run.stderr)}.` };
}

/** The line of a stack trace that says what happened, with its cause where Node names one. */
function faultIn(trace: string | null): string {
  const line = /^(?:\w*Error: )(.+)$/m.exec(trace ?? '')?.[1] ?? 'its download did not end well';
  const cause = /\bcode: '([A-Z_]+)'/.exec(trace ?? '')?.[1];
  return cause === undefined ? line : `${line} (${cause})`;
}

function electronPackage(): string {
  return join(packageFolder(), 'node_modules', 'electron');
}
