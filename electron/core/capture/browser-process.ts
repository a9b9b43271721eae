/** A browser process of ours with its profile: started, watched, and ended with everything that it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import { removeProfile } from './throwaway-profile.ts';

export type BrowserProcess = {
  pid: number;
  child: ChildProcess;
  /** Ends the browser, its children and its profile; resolves when all is gone. Safe to call twice. */
  close(): Promise<void>;
};

export type StartOptions = {
  path: string;
  flags: string[];
  profile: string;
  /** Opens file descriptors 3 and 4 for the DevTools pipe. */
  hasPipe: boolean;
  /** Asks the browser to quit by itself, so that it can end in order; it is killed if it does not. */
  askToQuit(): void;
  /** It ended although nobody called `close`: the person closed it, or it crashed. Its profile is gone by then. */
  onExit(): void;
};

const QUIT_WITHIN_MS = 2000;

/** Rejects with `Refusal('browser-missing')` where the program cannot be started. */
export async function startBrowserProcess(options: StartOptions): Promise<BrowserProcess> {
  const { path, flags, profile } = options;
  const child = spawn(path, flags, {
    stdio: ['ignore', 'ignore', 'ignore', ...(options.hasPipe ? (['pipe', 'pipe'] as const) : [])],
    // Its own group: Ctrl-C in a terminal ends us, and we end the browser in order.
    detached: process.platform !== 'win32',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await started(child, path);
  } catch (error) {
    await removeProfile(profile);
    throw error;
  }
  let closing: Promise<void> | undefined;
  const clear = () => {
    closing ??= removeProfile(profile);
    return closing;
  };
  void exited.then(async () => {
    const isUnexpected = closing === undefined;
    await clear().catch(() => undefined);
    if (isUnexpected) options.onExit();
  });
  return {
    pid: child.pid ?? 0,
    child,
    close() {
      closing ??= quit(options.askToQuit, exited).then(() => removeProfile(profile));
      return closing;
    },
  };
}

function started(child: ChildProcess, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (cause) =>
      reject(new Refusal('browser-missing', `${basename(path)} could not be started.`, { cause })),
    );
  });
}

async function quit(ask: () => void, exited: Promise<void>): Promise<void> {
  ask();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, QUIT_WITHIN_MS);
  });
  await Promise.race([exited, limit]);
  clearTimeout(timer);
}
