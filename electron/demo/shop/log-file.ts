/** The log of the shop's server: one JSON object a line, in the manner of pino. */
import { createWriteStream } from 'node:fs';
import type { LogLine } from './backend.ts';

export const logRecord = (...[level, time, msg, fields]: Parameters<LogLine>): string =>
  JSON.stringify({ level, time, pid: 4121, hostname: 'shop-1', msg, ...fields });

/** Appends to the file; null writes nowhere. A file that cannot be written is no reason to stop the shop. */
export function openLog(path: string | null): { log: LogLine; close(): Promise<void> } {
  if (path === null) return { log: () => undefined, close: async () => undefined };
  const file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  let isBroken = false;
  file.on('error', () => {
    isBroken = true;
  });
  return {
    log: (...line) => {
      if (!isBroken) file.write(`${logRecord(...line)}\n`);
    },
    close: () => new Promise((resolve) => (isBroken ? resolve() : file.end(resolve))),
  };
}
