/** Opens and closes session files: one session is one SQLite file, and opening puts right what a cut-off run left. */
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type FileLock, isLocked, lockFile } from './file-lock.ts';
import { flushFile } from './flush-file.ts';
import { inspect, refuseForeign } from './inspect.ts';
import { metaTable, type SessionMeta } from './meta-table.ts';
import { migrate, steps, versionOf } from './migrate.ts';
import { copyReadable } from './rescue.ts';
import { type SessionFile, sessionOver } from './session-over.ts';
import { guarded, StorageFailure } from './storage-failure.ts';

export type OpenOptions = {
  mode: 'create' | 'open' | 'read-only';
  /** The versions that make the file; of use with `create` alone. */
  madeBy?: { app: string; engine: string };
};

/** Other programs may lock the file for a moment (a backup, a virus scanner): wait that long. */
const BUSY_WAIT_MS = 1_000;
const PRIVATE = 0o600;

/**
 * Opens or creates a session file. `create` never overwrites. `open` is exclusive, brings older files up to date, and
 * copies a damaged one to a new file beside it. `read-only` works while another process records into the file.
 * Throws a StorageFailure that says what is wrong and what to do.
 */
export function openSessionFile(path: string, options: OpenOptions): SessionFile {
  const file = resolve(path);
  return guarded(file, () => {
    if (options.mode === 'read-only') return readFile(file);
    if (options.mode === 'open') return openFile(file);
    const { app = null, engine = null } = options.madeBy ?? {};
    return createFile(file, { createdAt: Date.now(), app, engine });
  });
}

function createFile(file: string, meta: SessionMeta): SessionFile {
  const lock = lockFile(file);
  return undoing(lock.release, () => {
    closeSync(openSync(file, 'wx', PRIVATE));
    return undoing(
      () => rmSync(file, { force: true }),
      () => writable({ file, lock, newMeta: meta }),
    );
  });
}

function openFile(file: string): SessionFile {
  refuseForeign(file);
  const lock = lockFile(file);
  return undoing(lock.release, () => {
    const condition = inspect(file);
    if (condition === 'damaged') return copyOf(file, lock);
    chmodSync(file, PRIVATE);
    const session = writable({ file, lock });
    if (condition === 'empty') session.recovered.push('The last run ended before it stored anything.');
    if (condition === 'cut-off') session.recovered.push(cutOff(session.count()));
    return session;
  });
}

function readFile(file: string): SessionFile {
  const condition = inspect(file);
  if (condition === 'empty' || condition === 'damaged') throw new StorageFailure(condition, file);
  const db = new Database(file, { readonly: true, timeout: BUSY_WAIT_MS });
  return undoing(db.close.bind(db), () => {
    if (versionOf(db) < steps.length) throw new StorageFailure('older', file);
    const session = sessionOver(db, { file, close: () => void db.close(), sync: async () => undefined });
    if (condition === 'closed') return session;
    session.recovered.push(isLocked(file) ? 'This session is still being recorded.' : cutOff(session.count()));
    return session;
  });
}

/** The damaged file is left as it is; what can be read goes on in a copy. */
function copyOf(damaged: string, lock: FileLock): SessionFile {
  const session = copyReadable(damaged, (path, meta) => guarded(path, () => createFile(path, meta)));
  lock.release();
  return session;
}

function cutOff(count: number): string {
  return `The last run ended without closing this session. All ${count} facts that it had stored are there.`;
}

type WritableOptions = { file: string; lock: FileLock; newMeta?: SessionMeta };

function writable({ file, lock, newMeta }: WritableOptions): SessionFile {
  const db = new Database(file, { fileMustExist: true, timeout: BUSY_WAIT_MS });
  return undoing(db.close.bind(db), () => {
    db.pragma('trusted_schema = OFF');
    migrate(db);
    setDurability(db);
    const meta = metaTable(db);
    db.transaction(() => {
      if (newMeta !== undefined) meta.write(newMeta);
      meta.mark(false);
    }).immediate();
    const close = (isSound: boolean) => closeWritable(db, lock, isSound);
    return sessionOver(db, { file, close, sync: () => flushFile(`${file}-wal`) });
  });
}

/**
 * A commit in WAL survives the end of our process at once, and a power cut once it is flushed; flushing in the commit
 * (`FULL`) would hold up everything else that the core does. Where a drive cannot do WAL, only `FULL` is safe.
 */
function setDurability(db: Database.Database): void {
  const journal = db.pragma('journal_mode = WAL', { simple: true });
  db.pragma(`synchronous = ${journal === 'wal' ? 'NORMAL' : 'FULL'}`);
}

/**
 * Moves everything into the one file. A reader that is still there keeps SQLite from taking its side files away:
 * the session is whole without them then, and the next closing removes them.
 */
function closeWritable(db: Database.Database, lock: FileLock, isSound: boolean): void {
  try {
    if (isSound) metaTable(db).mark(true);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('journal_mode = DELETE');
  } catch (error) {
    const isReaderThere = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (!isReaderThere) throw error;
  } finally {
    db.close();
    lock.release();
  }
}

/** Runs `work`; where it throws, `undo` gives back what had been taken for it. */
function undoing<T>(undo: () => void, work: () => T): T {
  try {
    return work();
  } catch (error) {
    undo();
    throw error;
  }
}
