/** `twinlane` and `npm start`: the desktop app where Electron can be had, else browser mode with one line that says why. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fetchedElectronRuntime } from './electron-runtime.ts';
import { exitStatus } from './exit-status.ts';
import { openAddress } from './open-address.ts';
import { serveApp } from './serve.ts';
import { untilTold } from './until-told.ts';
import { packageFolder } from './view-folder.ts';

export async function startCommand(): Promise<number> {
  const runtime = fetchedElectronRuntime();
  if ('path' in runtime) return openDesktop(runtime.path);
  process.stderr.write(`Opening browser mode: ${runtime.missing}\n`);
  const told = untilTold();
  const app = await serveApp(0);
  process.stdout.write(`${app.host.url}\n`);
  openAddress(app.host.url);
  await told;
  await app.close();
  return exitStatus.done;
}

async function openDesktop(electron: string): Promise<number> {
  const child = spawn(electron, [packageFolder()], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? exitStatus.unexpected;
}
