/** Commands as a source of a server log: real child processes, what they write, how they end and are ended. */
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type CommandEnd, runLogCommand } from '../../../electron/core/intake/command-log.ts';
import { openServerLog, tellEnd } from '../../../electron/core/intake/open-server-log.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { payload, purchase } from '../../support/capi.ts';
import { eventually } from '../../support/eventually.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const line = (id: string) => `${payload(purchase(id))}\n`;

function running(command: string) {
  const handle = recordingHandle();
  const ends: CommandEnd[] = [];
  const log = runLogCommand(command, { handle, onEnd: (end) => ends.push(end) });
  onTestFinished(() => log.close());
  const seen = () =>
    handle
      .records()
      .flatMap((fact) => readServerRecord(fact).events.map(({ eventId, source }) => `${eventId} ${source.at}`));
  const sees = (...events: string[]) =>
    eventually(
      () => {
        expect(seen()).toEqual(events);
        return true;
      },
      { withinMs: 10_000 },
    );
  return { log, handle, ends, seen, sees };
}

async function fileWith(content: string): Promise<string> {
  const path = join(temporaryFolder(), 'app.log');
  await writeFile(path, content);
  return path;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('what a command writes is seen while it runs, from both of its outputs', async () => {
  const path = await fileWith(line('a'));
  const { sees, seen } = running(`tail -n +1 -f '${path}' & tail -n +2 -f '${path}' >&2; wait`);
  await sees('a line 1');
  await appendFile(path, line('b'));
  await eventually(() => seen().length === 3, { withinMs: 10_000 });
  expect(seen().toSorted()).toEqual(['a line 1', 'b line 2', 'b stderr line 1']);
});

test('a block of text is taken when the command is quiet', async () => {
  const path = await fileWith(
    `2025-12-16T09:00:00Z DEBUG Request\nuri: https://graph.facebook.com/v25.0/12345/events\nbody: ${line('a')}`,
  );
  await running(`tail -n +1 -f '${path}'`).sees('a line 3');
});

test('a command that ends tells its status and its last words, without secrets', async () => {
  const { ends, sees } = running(
    `printf '%s' '${line('a').trim()}'; echo 'no such container, access_token=Zq7canary' >&2; exit 3`,
  );
  await sees('a line 1');
  await eventually(() => ends.length === 1, { withinMs: 10_000 });
  expect(ends).toEqual([{ status: 3, signal: null, lastError: 'no such container, access_token=REDACTED' }]);
});

test('a program that is not there is told like one that failed', async () => {
  const { ends } = running('no-such-program-of-twinlane logs');
  await eventually(() => ends.length === 1, { withinMs: 10_000 });
  expect(ends[0]?.status).toBe(127);
  expect(ends[0]?.lastError).toContain('no-such-program-of-twinlane');
});

test('closing ends the whole tree, also what ignores the first signal, and takes what was written', async () => {
  const folder = temporaryFolder();
  const pids = join(folder, 'pids');
  const { log, sees, ends } = running(
    `sh -c 'trap "" TERM; echo $$ >> "${pids}"; while :; do sleep 1; done' & (sleep 1000 & echo $! >> "${pids}"; wait) & echo '${line('a').trim()}'; wait`,
  );
  await sees('a line 1');
  const all = () => (existsSync(pids) ? readFileSync(pids, 'utf8').trim().split('\n').map(Number) : []);
  await eventually(() => all().length === 2, { withinMs: 10_000 });
  await log.close();
  await eventually(() => !all().some(isAlive), { withinMs: 10_000 });
  expect(ends).toEqual([]);
});

test('a process that leaves the group and keeps the pipes does not keep the session open', async () => {
  const { log, sees } = running(`setsid sleep 20 & echo '${line('a').trim()}'`);
  await sees('a line 1');
  await log.close();
});

test('opened for a recording, the command is shown by its name, without its secrets', async () => {
  const handles: string[] = [];
  const notices: string[] = [];
  const source = await openServerLog('cmd: echo access_token=Zq7canary', {
    openInput: (kind, name) => {
      handles.push(name);
      return recordingHandle(kind, name);
    },
    notice: (level, text) => void notices.push(`${level}: ${text}`),
  });
  await eventually(() => notices.length === 2, { withinMs: 10_000 });
  await source.close();
  expect(handles).toEqual(['cmd: echo access_token=REDACTED']);
  expect(notices).toEqual([
    'info: Running “echo access_token=REDACTED” and reading what it writes, until the recording ends.',
    'info: “echo access_token=REDACTED” has ended; nothing more is read from it.',
  ]);
});

test('an end is told in a sentence', () => {
  expect(tellEnd('docker logs -f shop', { status: 1, signal: null, lastError: 'No such container: shop' })).toEqual([
    'warning',
    '“docker logs -f shop” ended with status 1: No such container: shop',
  ]);
  expect(tellEnd('x', { status: null, signal: 'SIGKILL', lastError: null })).toEqual([
    'warning',
    '“x” was ended by SIGKILL.',
  ]);
});
