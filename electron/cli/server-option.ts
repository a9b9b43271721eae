/** Tells whether `--server` names a file or is a command, as a person types it. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isProgram } from '../core/is-program.ts';

/**
 * What names a file is a file. A command is what begins with `cmd:`, or has several words of which the first is a program
 * on PATH (`docker logs -f shop`); it is returned with `cmd:` before it. Anything else stays as it is.
 */
export function readServerOption(value: string): string {
  const program = /^([\w.+-]+)\s+\S/.exec(value.trim())?.[1];
  if (program === undefined || existsSync(value) || !isOnPath(program)) return value;
  return `cmd: ${value.trim()}`;
}

function isOnPath(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['', ...(process.env.PATHEXT ?? '.EXE;.CMD').split(';')] : [''];
  return folders.some((folder) => endings.some((ending) => isProgram(join(folder, program + ending))));
}
