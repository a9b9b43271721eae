/** Runs a command whose output is a server log, such as `docker logs -f shop`, and ends it with everything it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { redactText } from '../../../shared/meta/redact.ts';
import type { InputHandle, Source } from '../source.ts';
import { readLive } from './live-stream.ts';
import { createLogIntake, recordKeys } from './log-intake.ts';

export type CommandEnd = {
  /** Null where a signal ended it. */
  status: number | null;
  signal: string | null;
  /** The last line of its standard error, without secrets, or null: most commands say there why they ended. */
  lastError: string | null;
};

export type CommandLog = Source & {
  /** Resolves when the command has ended, whoever ended it, and all that it wrote is taken. */
  ended: Promise<CommandEnd>;
  /** At once, for a process that is about to end itself. */
  kill(): void;
};

type Options = {
  handle: InputHandle;
  /** Only where the command ended by itself. */
  onEnd?: (end: CommandEnd) => void;
};

const killAfterMs = 2000;
const maxErrorChars = 200;

/**
 * The command is a line for the shell, as the person typed it; it runs with this process's rights and environment, and
 * nothing but a person's own command line may name it. Both its outputs are read. It is not started again.
 */
export function runLogCommand(command: string, { handle, onEnd }: Options): CommandLog {
  const child = spawn(command, {
    shell: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: what the shell starts is ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const nextKey = recordKeys(handle);
  const lastLine = keepLastLine();
  const read = (stream: Readable | null, placePrefix: string) =>
    stream === null ? undefined : readLive(stream, createLogIntake({ handle, nextKey, placePrefix }));
  child.stderr?.on('data', lastLine.push);
  const reading = Promise.all([read(child.stdout, ''), read(child.stderr, 'stderr ')]);
  const ended = endOf(child).then(async ({ status, signal }): Promise<CommandEnd> => {
    await atMost(killAfterMs, reading);
    // Whoever still holds the pipes does not hold the session.
    signalTree(child, 'SIGKILL');
    child.stdout?.destroy();
    child.stderr?.destroy();
    return { status, signal, lastError: lastLine.text() };
  });
  let isClosing = false;
  void ended.then((end) => {
    if (!isClosing) onEnd?.(end);
  });
  return {
    ended,
    kill: () => signalTree(child, 'SIGKILL'),
    async close() {
      isClosing = true;
      await endTree(child);
      await ended;
    },
  };
}

async function endOf(child: ChildProcess): Promise<{ status: number | null; signal: string | null }> {
  try {
    const [status, signal] = await once(child, 'exit');
    // What it left running in the background must not keep its pipes, and so the session, open.
    signalTree(child, 'SIGTERM');
    return { status, signal };
  } catch (error) {
    return { status: null, signal: error instanceof Error ? error.message : null };
  }
}

async function endTree(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  signalTree(child, 'SIGTERM');
  const limit = setTimeout(() => signalTree(child, 'SIGKILL'), killAfterMs);
  await gone;
  clearTimeout(limit);
  signalTree(child, 'SIGKILL');
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const limit = pause(ms, undefined, { signal: stop.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), limit]);
  stop.abort();
}

function signalTree({ pid }: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // All of the group is gone.
  }
}

/** Of a stream that may have no end only its last line is kept. */
function keepLastLine() {
  let kept = '';
  return {
    push(chunk: Buffer) {
      kept = (kept + chunk.toString('utf8')).slice(-4096);
    },
    /** Payloads are no reason why a command ended, and do not belong into a message. */
    text(): string | null {
      const line = kept.trimEnd().split('\n').at(-1)?.trim() ?? '';
      return line === '' || line.includes('event_name') ? null : redactText(line).slice(0, maxErrorChars);
    },
  };
}
