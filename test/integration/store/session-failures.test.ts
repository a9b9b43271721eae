/** What cannot be stored or read is said in one line, and nothing that was stored is lost by it. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { steps } from '../../../electron/core/store/migrate.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import { StorageFailure } from '../../../electron/core/store/storage-failure.ts';
import { browserCall, browserCalls, someInput } from '../../support/facts.ts';
import { canMountDisks, smallDisk } from '../../support/small-disk.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const newFile = () => join(temporaryFolder(), 'shop.twinlane');

function failureOf(work: () => unknown): StorageFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof StorageFailure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

/** A session as a run leaves it that is cut off: the side files are there, nothing is closed. */
function cutOffSession(count: number): string {
  const path = newFile();
  const running = newFile();
  const session = openSessionFile(running, { mode: 'create' });
  session.append(browserCalls(count));
  for (const end of ['', '-wal', '-shm', '-lock']) copyFileSync(`${running}${end}`, `${path}${end}`);
  session.close();
  return path;
}

function closedSession(count: number): string {
  const path = newFile();
  const session = openSessionFile(path, { mode: 'create' });
  session.append(browserCalls(count), [someInput]);
  session.close();
  return path;
}

/** Overwrites pages in the middle of the file and takes the mark of a clean end away. */
function damage(path: string, from: number, to: number): void {
  const db = new Database(path);
  db.exec("UPDATE meta SET value = 'no' WHERE name = 'closed'");
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, Math.floor(bytes.length * from), Math.floor(bytes.length * to));
  writeFileSync(path, bytes);
}

test('a run that was cut off is told at the next opening, and every fact is there', () => {
  const path = cutOffSession(30);
  const reader = openSessionFile(path, { mode: 'read-only' });
  expect(reader.recovered).toEqual([
    'The last run ended without closing this session. All 30 facts that it had stored are there.',
  ]);
  reader.close();
  const session = openSessionFile(path, { mode: 'open' });
  expect(session.recovered).toEqual([
    'The last run ended without closing this session. All 30 facts that it had stored are there.',
  ]);
  expect([...session.facts()]).toEqual(browserCalls(30));
  session.close();
  expect(openSessionFile(path, { mode: 'read-only' }).recovered).toEqual([]);
});

test('a file that a run made and left empty is taken on', () => {
  const path = newFile();
  writeFileSync(path, '');
  expect(failureOf(() => openSessionFile(path, { mode: 'read-only' })).message).toBe(
    `${path} is empty: its recording ended before anything was stored.`,
  );
  const session = openSessionFile(path, { mode: 'open' });
  expect(session.recovered).toEqual(['The last run ended before it stored anything.']);
  session.append([browserCall(1)]);
  session.close();
  expect(failureOf(() => openSessionFile(path, { mode: 'create' })).problem).toBe('exists');
});

describe('what is not a session is refused by name and left as it was', () => {
  const cases: [string, (path: string) => void, string][] = [
    ['a missing file', () => undefined, 'does not exist'],
    ['a folder', (path) => mkdirSync(path), 'is not a Twinlane session'],
    ['random bytes', (path) => writeFileSync(path, Buffer.alloc(5_000, 0x5a)), 'is not a Twinlane session'],
    ['a text of some letters', (path) => writeFileSync(path, 'SQLite'), 'is not a Twinlane session'],
    ['the SQLite file of another program', makeForeign, 'is not a Twinlane session'],
    ['a session of a newer Twinlane', makeNewer, 'was made by a newer Twinlane'],
  ];
  test.each(cases)('%s', (_, make, words) => {
    const path = newFile();
    make(path);
    const before = existsSync(path) && !words.includes('folder') ? fingerprint(path) : null;
    for (const mode of ['open', 'read-only'] as const) {
      const failure = failureOf(() => openSessionFile(path, { mode }));
      expect(failure.code).toBe('unreadable-file');
      expect(failure.message).toContain(`${path} ${words}`);
      expect(failure.message).not.toContain('\n');
    }
    expect(existsSync(path) ? fingerprint(path) : null).toEqual(before);
    expect(existsSync(`${path}-lock`)).toBe(false);
  });
});

function fingerprint(path: string): string {
  try {
    return readFileSync(path, 'base64');
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

function makeForeign(path: string): void {
  const db = new Database(path);
  db.exec('CREATE TABLE bookmarks (url TEXT)');
  db.close();
}

function makeNewer(path: string): void {
  openSessionFile(path, { mode: 'create' }).close();
  const db = new Database(path);
  db.pragma(`user_version = ${steps.length + 1}`);
  db.close();
}

describe('of a damaged session', () => {
  test('what can be read goes on in a new file, and the damaged one stays as it was', () => {
    const path = closedSession(2_000);
    damage(path, 0.5, 0.52);
    const before = fingerprint(path);
    expect(failureOf(() => openSessionFile(path, { mode: 'read-only' })).problem).toBe('damaged');
    const session = openSessionFile(path, { mode: 'open' });
    const facts = [...session.facts()];
    expect(session.path).toBe(path.replace('.twinlane', ' (rescued).twinlane'));
    expect(session.recovered).toEqual([
      `shop.twinlane is damaged. The ${facts.length} facts that could be read were copied to shop (rescued).twinlane, ` +
        'which is open now; the damaged file was left as it is.',
    ]);
    expect(facts.length).toBeGreaterThan(1_000);
    expect(facts.length).toBeLessThan(2_000);
    expect(session.inputs()).toEqual([someInput]);
    const originals = new Map(browserCalls(2_000).map((fact) => [fact.key, fact]));
    for (const fact of facts) expect(fact).toEqual(originals.get(fact.kind === 'browser-call' ? fact.key : ''));
    session.append([browserCall(2_001)]);
    session.close();
    expect(fingerprint(path)).toBe(before);
  });

  test('a second rescue does not overwrite the first', () => {
    const path = closedSession(2_000);
    damage(path, 0.5, 0.52);
    openSessionFile(path, { mode: 'open' }).close();
    const second = openSessionFile(path, { mode: 'open' });
    expect(second.path).toMatch(/ \(rescued 2\)\.twinlane$/);
    second.close();
  });

  test('nothing is made up where nothing can be read', () => {
    const path = closedSession(200);
    truncateSync(path, 4_096);
    const failure = failureOf(() => openSessionFile(path, { mode: 'open' }));
    expect(failure.message).toBe(`${path} is damaged and nothing in it can be read: take a copy of it from a backup.`);
    expect(existsSync(path.replace('.twinlane', ' (rescued).twinlane'))).toBe(false);
  });

  test('damage that shows only while reading is told, and rescued at the next opening', () => {
    const path = closedSession(2_000);
    const bytes = readFileSync(path);
    bytes.fill(0xa5, Math.floor(bytes.length * 0.5), Math.floor(bytes.length * 0.52));
    writeFileSync(path, bytes);
    const session = openSessionFile(path, { mode: 'open' });
    expect(failureOf(() => [...session.facts()]).problem).toBe('damaged');
    session.close();
    const rescued = openSessionFile(path, { mode: 'open' });
    expect(rescued.path).not.toBe(path);
    rescued.close();
  });
});

describe.skipIf(!canMountDisks)('on a disk that is full', () => {
  test('a batch is refused whole, earlier facts stay, and storing goes on when there is space', () => {
    const disk = smallDisk(512);
    const session = openSessionFile(join(disk.folder, 'shop.twinlane'), { mode: 'create' });
    session.append([browserCall(1)]);
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(200 * 1024));
    const failure = failureOf(() => session.append(browserCalls(20, 30_000)));
    expect(failure.problem).toBe('disk-full');
    expect(failure.message).toBe(
      `The disk is full, nothing more can be stored in ${session.path}: free some space and storing goes on.`,
    );
    expect([...session.facts()]).toEqual([browserCall(1)]);
    truncateSync(ballast, 0);
    session.append([browserCall(2, 100_000)]);
    expect([...session.facts()]).toEqual([browserCall(1), browserCall(2, 100_000)]);
    session.close();
  });

  test('a session that cannot be closed for want of space loses nothing', () => {
    const disk = smallDisk(512);
    const path = join(disk.folder, 'shop.twinlane');
    const session = openSessionFile(path, { mode: 'create' });
    session.append([browserCall(1, 150_000)]);
    const ballast = join(disk.folder, 'ballast');
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(4_096), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
    expect(failureOf(() => session.close()).problem).toBe('disk-full');
    truncateSync(ballast, 0);
    const again = openSessionFile(path, { mode: 'open' });
    expect([...again.facts()]).toEqual([browserCall(1, 150_000)]);
    again.close();
  });

  test('no session can be made, and none is left behind', () => {
    const disk = smallDisk(16);
    const path = join(disk.folder, 'shop.twinlane');
    expect(failureOf(() => openSessionFile(path, { mode: 'create' })).problem).toBe('disk-full');
    expect(existsSync(path)).toBe(false);
  });

  test('a session on a disk that may not be written opens to read only, and says so otherwise', () => {
    const disk = smallDisk(512);
    const path = join(disk.folder, 'shop.twinlane');
    const session = openSessionFile(path, { mode: 'create' });
    session.append([browserCall(1)]);
    session.close();
    disk.setReadOnly(true);
    for (const [file, mode] of [
      [path, 'open'],
      [join(disk.folder, 'other.twinlane'), 'create'],
    ] as const) {
      const failure = failureOf(() => openSessionFile(file, { mode }));
      expect(failure.code).toBe('storage-failed');
      expect(failure.message).toContain(`${file} cannot be written`);
    }
    const reader = openSessionFile(path, { mode: 'read-only' });
    expect([...reader.facts()]).toEqual([browserCall(1)]);
    reader.close();
  });
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot || process.platform === 'win32')('a folder that may not be written is named', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o500);
  const path = join(folder, 'shop.twinlane');
  expect(failureOf(() => openSessionFile(path, { mode: 'create' })).message).toContain(`${path} cannot be written`);
  chmodSync(folder, 0o700);
});
