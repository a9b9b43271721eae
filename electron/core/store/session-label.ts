/** The user's name, note, colour and pin of a session, read and written in its file, whether or not it is open. */
import Database from 'better-sqlite3';
import { noLabel, type SessionLabel } from '../../../shared/model/label.ts';
import { labelTable } from './label-table.ts';
import { openSessionFile } from './session-file.ts';

/** No label where the file cannot be read: a list of sessions must not fail for one of them. */
export function readLabel(file: string): SessionLabel {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true, timeout: 0 });
    return labelTable(db).read();
  } catch {
    return noLabel;
  } finally {
    db?.close();
  }
}

/** Throws a StorageFailure where the session cannot be written, or is open in another Twinlane. */
export function writeLabel(file: string, label: SessionLabel): void {
  const session = openSessionFile(file, { mode: 'open' });
  try {
    session.putLabel(label);
  } finally {
    session.close();
  }
}
