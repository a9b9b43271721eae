/** Growing logs on a real disk, through all that happens to log files. */
import { appendFile, copyFile, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { type FollowOptions, followLog } from '../../../electron/core/intake/follow-log.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { payload, purchase } from '../../support/capi.ts';
import { eventually } from '../../support/eventually.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const one = (id: string) => payload(purchase(id));
const line = (id: string) => `${one(id)}\n`;

/** Follows a log in a new folder; `seen` are the events so far, `sees` waits for them. */
function following(name: string, startAt: FollowOptions['startAt'] = 'beginning') {
  const folder = temporaryFolder();
  const handle = recordingHandle();
  const path = join(folder, name);
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
      { withinMs: 5000 },
    );
  const start = () => {
    const source = followLog(path, { handle, startAt });
    onTestFinished(() => source.close());
    return source;
  };
  return { folder, path, handle, seen, sees, start };
}

test('lines that are added are seen, at their place', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a'));
  log.start();
  await log.sees('a line 1');
  await appendFile(log.path, `other\n${line('b')}`);
  await log.sees('a line 1', 'b line 3');
});

test('what was there is passed over from the end on, but counted', async () => {
  const log = following('app.log', 'end');
  await writeFile(log.path, `${line('old')}${line('older')}${one('partial').slice(0, 40)}`);
  const source = log.start();
  await source.ready;
  await appendFile(log.path, `${one('partial').slice(40)}\n${line('new')}`);
  await log.sees('partial line 3', 'new line 4');
});

test('a file that is not there is waited for', async () => {
  const log = following('later.log', 'end');
  await log.start().ready;
  await appendFile(log.path, line('a'));
  await log.sees('a line 1');
});

test('a partial line waits for its rest', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a') + one('b').slice(0, 50));
  log.start();
  await log.sees('a line 1');
  await appendFile(log.path, `${one('b').slice(50)}\n${line('c')}`);
  await log.sees('a line 1', 'b line 2', 'c line 3');
  expect(log.handle.problems()).toEqual([]);
});

test('a last line without its end is taken when following ends', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a') + one('b'));
  const source = log.start();
  await log.sees('a line 1');
  await source.close();
  expect(log.seen()).toEqual(['a line 1', 'b line 2']);
});

test('what was written just before following ends is taken', async () => {
  const log = following('app.log');
  const source = log.start();
  await appendFile(log.path, line('a'));
  await log.sees('a line 1');
  await appendFile(log.path, line('b'));
  await source.close();
  expect(log.seen()).toEqual(['a line 1', 'b line 2']);
});

test('rotation by renaming loses nothing, neither in the old file nor in the new', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a'));
  log.start();
  await log.sees('a line 1');
  await rename(log.path, `${log.path}.1`);
  await appendFile(`${log.path}.1`, line('late'));
  await log.sees('a line 1', 'late line 2');
  await writeFile(log.path, line('b'));
  await log.sees('a line 1', 'late line 2', 'b line 1');
  await appendFile(`${log.path}.1`, line('later') + one('last'));
  await log.sees('a line 1', 'late line 2', 'b line 1', 'later line 3', 'last line 4');
});

test('rotation by copying and truncating starts anew', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a') + line('b'));
  log.start();
  await log.sees('a line 1', 'b line 2');
  await copyFile(log.path, `${log.path}.1`);
  await truncate(log.path);
  await appendFile(log.path, line('c'));
  await log.sees('a line 1', 'b line 2', 'c line 1');
});

test('a file that is written anew and longer is told from one that grew', async () => {
  const log = following('app.log');
  await writeFile(log.path, line('a'));
  log.start();
  await log.sees('a line 1');
  await writeFile(log.path, `${JSON.stringify({ level: 30 })}\n${line('b')}${line('c')}`);
  await log.sees('a line 1', 'b line 2', 'c line 3');
});

test('all files of a glob are followed, also those that come later', async () => {
  const log = following('*.log');
  await writeFile(join(log.folder, 'one.log'), line('a'));
  await writeFile(join(log.folder, 'other.txt'), line('x'));
  log.start();
  await log.sees('a one.log line 1');
  await writeFile(join(log.folder, 'two.log'), line('b'));
  await log.sees('a one.log line 1', 'b two.log line 1');
});

test.each([
  ['a number', 'app.log.1'],
  ['a date', 'app.log-20251216'],
  ['a name of its own', 'older.log'],
])('a log of a glob that is renamed to %s is not taken twice', async (_way, newName) => {
  const log = following('*.log*');
  const path = join(log.folder, 'app.log');
  await writeFile(path, line('a'));
  log.start();
  await log.sees('a app.log line 1');
  await rename(path, join(log.folder, newName));
  await writeFile(path, line('b'));
  await log.sees('a app.log line 1', 'b app.log line 1');
  await writeFile(join(log.folder, 'app.log.2.gz'), gzipSync(line('a')));
  await writeFile(join(log.folder, 'later.log'), line('c'));
  await log.sees('a app.log line 1', 'b app.log line 1', 'c later.log line 1');
  await appendFile(join(log.folder, newName), line('late'));
  await log.sees('a app.log line 1', 'b app.log line 1', 'c later.log line 1', 'late app.log line 2');
});

test('a log of a glob that is copied and truncated is not taken twice', async () => {
  const log = following('*.log*');
  const path = join(log.folder, 'app.log');
  await writeFile(path, line('a') + line('b'));
  log.start();
  await log.sees('a app.log line 1', 'b app.log line 2');
  await copyFile(path, `${path}.1`);
  await truncate(path);
  await writeFile(join(log.folder, 'later.log'), line('c'));
  await log.sees('a app.log line 1', 'b app.log line 2', 'c later.log line 1');
});

test('UTF-16 is followed, also where a character is cut in half', async () => {
  const log = following('app.log');
  const bytes = Buffer.from(`\ufeff${line('größe €')}`, 'utf16le');
  await writeFile(log.path, bytes.subarray(0, 131));
  const source = log.start();
  await source.ready;
  await appendFile(log.path, bytes.subarray(131));
  await log.sees('größe € line 1');
});

test('a block of text is taken when the log is quiet', async () => {
  const log = following('app.log');
  await writeFile(
    log.path,
    `2025-12-16T09:00:00Z DEBUG Request\nuri: https://graph.facebook.com/v25.0/12345/events\nbody: ${one('a')}\n`,
  );
  log.start();
  await log.sees('a line 3');
});

test('facts that could not be stored are stored later, once', async () => {
  const log = following('app.log');
  log.handle.isFull = true;
  await writeFile(log.path, line('a'));
  const source = log.start();
  await source.ready;
  await appendFile(log.path, line('b'));
  log.handle.isFull = false;
  await log.sees('a line 1', 'b line 2');
});
