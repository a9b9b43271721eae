/** Tells on the terminal what runs and what is asked while a recording goes on. */
import { readPollAddress } from '../core/intake/poll/poll-address.ts';
import { readServerLog } from '../core/intake/server-log.ts';
import type { RecordOptions } from '../core/session-options.ts';

export function sourcesInWords({ serverLogs, polls }: Pick<RecordOptions, 'serverLogs' | 'polls'>): string[] {
  const commands = serverLogs
    .filter((text) => readServerLog(text).kind === 'command')
    .map((text) => readServerLog(text).name);
  return [
    ...commands.map((name) => `Running “${name.replace(/^cmd: /, '')}” until the recording ends.`),
    ...polls.map(({ url }) => `Polling ${readPollAddress(url).name}.`),
  ];
}
