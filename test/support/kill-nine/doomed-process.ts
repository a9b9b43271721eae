/** Starts a real Node process, collects its lines, and kills it with a signal that it cannot catch. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export type DoomedProcess = {
  /** What it has printed so far, complete after `kill`. */
  lines: string[];
  /** What it has printed as errors. */
  complaints: () => string;
  /** The rest of the first line that begins so; rejects where the process ends before it prints one. */
  line(prefix: string): Promise<string>;
  /** SIGKILL after that time; resolves when the process is gone and all its lines are read. */
  kill(afterMs: number): Promise<void>;
};

export function startDoomed(script: URL, args: string[]): DoomedProcess {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener(line);
  });
  const closed = once(child, 'close');
  return {
    lines,
    complaints: () => complaints,
    line: (prefix) =>
      new Promise((resolve, reject) => {
        const look = (line: string) => line.startsWith(prefix) && resolve(line.slice(prefix.length));
        lines.forEach(look);
        listeners.add(look);
        closed.then(() => reject(new Error(`It ended without printing ${prefix}: ${complaints}`)), reject);
      }),
    kill: async (afterMs) => {
      await pause(afterMs);
      killNow(child);
      await closed;
    },
  };
}

function killNow(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error('It ended before it was killed.');
  child.kill('SIGKILL');
}
