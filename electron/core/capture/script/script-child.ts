/** One process of a script: started in a group of its own, heard, and ended with everything that it started. */
import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { entryFile as findEntry } from '../../entry-file.ts';
import type { FromScript } from './child-messages.ts';

export type ScriptExit = {
  /** Null: ended by a signal. */
  code: number | null;
  failure: string | null;
  projects: { name: string; browser: string }[];
};

export type ChildOptions = {
  cwd: string;
  env: NodeJS.ProcessEnv;
  onStep(name: string, at: number): void;
  onOutput(text: string): void;
};

const ENDS_WITHIN_MS = 2000;

export function startChild(args: string[], { cwd, env, onStep, onOutput }: ChildOptions) {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const exit: ScriptExit = { code: null, failure: null, projects: [] };
  child.on('message', (message: FromScript) => {
    if ('step' in message) onStep(message.step, message.at);
    else if ('projects' in message) exit.projects = message.projects;
    else exit.failure ??= message.failure;
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onOutput);
  const exited = new Promise<ScriptExit>((resolve) => {
    child.once('error', ({ message }) => resolve({ ...exit, code: 1, failure: message }));
    child.once('close', (code) => resolve({ ...exit, code }));
  });
  const signal = (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) endGroup(child.pid, name);
  };
  return {
    exited,
    async end(): Promise<void> {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), ENDS_WITHIN_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function endGroup(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, name);
  } catch {
    // It ended by itself in the meantime.
    return;
  }
}

/** A file that the script's process loads. */
export function entryFile(name: 'preload' | 'main' | 'reporter', form: 'path' | 'url' = 'path'): string {
  const path = findEntry(import.meta.dirname, { source: `${name}.ts`, bundle: `script-${name}.js` });
  return form === 'url' ? pathToFileURL(path).href : path;
}
