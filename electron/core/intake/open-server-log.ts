/** Opens a server log for a recording: follows files, runs a command, or reads standard input. */
import type { OpenInput, Source } from '../source.ts';
import { type CommandEnd, runLogCommand } from './command-log.ts';
import { isGlob } from './expand-glob.ts';
import { followLog } from './follow-log.ts';
import { readLive } from './live-stream.ts';
import { createLogIntake, recordKeys } from './log-intake.ts';
import { readServerLog } from './server-log.ts';

export type ServerLogNeeds = {
  openInput: OpenInput;
  notice(level: 'info' | 'warning' | 'error', text: string): void;
};

/** Resolves when what is written from now on is seen. */
export async function openServerLog(text: string, { openInput, notice }: ServerLogNeeds): Promise<Source> {
  const log = readServerLog(text);
  const path = log.kind === 'files' && !isGlob(log.pattern) ? log.pattern : undefined;
  const handle = openInput('log', log.name, path);
  if (log.kind === 'files') {
    const following = followLog(log.pattern, { handle, startAt: 'end' });
    await following.ready;
    return following;
  }
  if (log.kind === 'command') {
    notice('info', `Running “${plain(log.name)}” and reading what it writes, until the recording ends.`);
    return runLogCommand(log.command, { handle, onEnd: (end) => notice(...tellEnd(log.name, end)) });
  }
  const { stdin } = process;
  const reading = readLive(stdin, createLogIntake({ handle, nextKey: recordKeys(handle) }));
  return {
    async close() {
      stdin.destroy();
      await reading.catch(() => undefined);
    },
  };
}

function plain(name: string): string {
  return name.replace(/^cmd: /, '');
}

/** That it ended is told, not mended: only the person knows whether it should go on. */
export function tellEnd(name: string, { status, signal, lastError }: CommandEnd): ['info' | 'warning', string] {
  const command = plain(name);
  if (status === 0) return ['info', `“${command}” has ended; nothing more is read from it.`];
  const how = status === null ? `was ended by ${signal}` : `ended with status ${status}`;
  return ['warning', `“${command}” ${how}${lastError === null ? '.' : `: ${lastError}`}`];
}
