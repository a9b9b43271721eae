/** Looks at a file before anything is written to it: is it a session, of which version, closed, whole? */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { metaTable } from './meta-table.ts';
import { APPLICATION_ID, steps, versionOf } from './migrate.ts';
import { asStorageFailure, guarded, StorageFailure } from './storage-failure.ts';

/** `empty`: made by a run that ended before it stored anything. `cut-off`: whole, but never closed. */
export type Condition = 'empty' | 'closed' | 'cut-off' | 'damaged';

/**
 * The condition of a session, read without changing it. Only a session that was not closed is searched for damage,
 * which reads it whole. Throws a StorageFailure where it is none, or where this Twinlane is too old for it.
 */
export function inspect(file: string): Condition {
  if (refuseForeign(file) === 'empty') return 'empty';
  return unlessDamaged(file, (db) => {
    const version = versionOf(db);
    if (version > steps.length) throw new StorageFailure('newer', file);
    if (version === 0) return 'empty';
    if (metaTable(db).isClosed()) return 'closed';
    return db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'cut-off' : 'damaged';
  });
}

/**
 * Throws a StorageFailure for what is not a session: a missing file, a folder, another program's file. It asks SQLite
 * instead of reading the header itself: closing a descriptor of our own would drop the locks that SQLite holds.
 */
export function refuseForeign(file: string): 'empty' | 'session' {
  const stats = guarded(file, () => statSync(file));
  if (!stats.isFile()) throw new StorageFailure('foreign', file);
  if (stats.size === 0) return 'empty';
  const isSession = unlessDamaged(file, (db) => db.pragma('application_id', { simple: true }) === APPLICATION_ID);
  if (isSession === false) throw new StorageFailure('foreign', file);
  return 'session';
}

function unlessDamaged<T>(file: string, look: (db: Database.Database) => T): T | 'damaged' {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true });
    return look(db);
  } catch (error) {
    if (isNoDatabase(error)) throw new StorageFailure('foreign', file, { cause: error });
    const failure = asStorageFailure(error, file);
    if (failure instanceof StorageFailure && failure.problem === 'damaged') return 'damaged';
    throw failure;
  } finally {
    db?.close();
  }
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_NOTADB');
}
