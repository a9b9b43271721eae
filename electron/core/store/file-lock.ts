/** Lets one process at a time write a session; the system frees the lock when its process dies, however it dies. */
import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { guarded, StorageFailure } from './storage-failure.ts';

export type FileLock = { release(): void };

/**
 * Takes the lock of `file`: an SQLite lock on an empty file beside it, so that readers of the session are not shut
 * out. Throws a StorageFailure `in-use` where another holds it.
 */
export function lockFile(file: string): FileLock {
  const path = lockPath(file);
  for (;;) {
    const db = guarded(file, () => takeLock(path, file));
    if (db !== null) return { release: () => removeLock(db, path) };
  }
}

/** True while some process, this one included, has the session open for writing. */
export function isLocked(file: string): boolean {
  if (inodeOf(lockPath(file)) === null) return false;
  try {
    lockFile(file).release();
    return false;
  } catch (error) {
    if (error instanceof StorageFailure) return error.problem === 'in-use';
    throw error;
  }
}

function lockPath(file: string): string {
  return `${file}-lock`;
}

/** Null where the holder removed the file between our opening and our locking it: then it must be tried again. */
function takeLock(path: string, file: string): Database.Database | null {
  createIfMissing(path);
  const inode = inodeOf(path);
  const db = new Database(path, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')
      ? new StorageFailure('in-use', file, { cause: error })
      : error;
  }
  if (inode !== null && inode === inodeOf(path)) return db;
  db.close();
  return null;
}

/** On Windows an open file cannot be removed, and one that the next holder has opened must not be. */
function removeLock(db: Database.Database, path: string): void {
  if (!db.open) return;
  if (process.platform !== 'win32') rmSync(path, { force: true });
  db.close();
  if (process.platform !== 'win32') return;
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!['EBUSY', 'EPERM', 'EACCES'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
  }
}

/**
 * An existing lock file is not so much as opened: closing it again would drop the lock that this process may hold on
 * it, as POSIX locks belong to the process and not to the descriptor.
 */
function createIfMissing(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function inodeOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}
