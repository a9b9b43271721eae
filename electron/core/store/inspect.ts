/** Looks at a file before anything is written to it: is it a session, of which version, closed, whole? */
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { metaTable } from './meta-table.ts';
import { APPLICATION_ID, steps, versionOf } from './migrate.ts';
import { asStorageFailure, guarded, StorageFailure } from './storage-failure.ts';

/** `empty`: made by a run that ended before it stored anything. `cut-off`: whole, but never closed. */
export type Condition = 'empty' | 'closed' | 'cut-off' | 'damaged';

const HEADER_BYTES = 100;
const APPLICATION_ID_OFFSET = 68;
const MAGIC = 'SQLite format 3\0';

/** Refuses, with a StorageFailure, what is not a session: a missing file, a folder, another program's file. */
export function refuseForeign(file: string): 'empty' | 'session' {
  const header = guarded(file, () => readHeader(file));
  if (header.length === 0) return 'empty';
  const isSession =
    header.length === HEADER_BYTES &&
    header.toString('latin1', 0, MAGIC.length) === MAGIC &&
    header.readInt32BE(APPLICATION_ID_OFFSET) === APPLICATION_ID;
  if (!isSession) throw new StorageFailure('foreign', file);
  return 'session';
}

/**
 * The condition of a session, read without changing it. Only a session that was not closed is searched for damage,
 * which reads it whole. Throws a StorageFailure `newer` where this Twinlane is too old for it.
 */
export function inspect(file: string): Condition {
  if (refuseForeign(file) === 'empty') return 'empty';
  try {
    return conditionOf(file);
  } catch (error) {
    const failure = asStorageFailure(error, file);
    if (failure instanceof StorageFailure && failure.problem !== 'damaged') throw failure;
    return 'damaged';
  }
}

function conditionOf(file: string): Condition {
  const db = new Database(file, { readonly: true });
  try {
    const version = versionOf(db);
    if (version > steps.length) throw new StorageFailure('newer', file);
    if (version === 0) return 'empty';
    if (metaTable(db).isClosed()) return 'closed';
    return db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'cut-off' : 'damaged';
  } finally {
    db.close();
  }
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}
