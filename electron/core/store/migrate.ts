/** Brings a session file to the newest form, one numbered step after the other, all or nothing. */
import type { Database } from 'better-sqlite3';
import { facts0001 } from './migrations/0001-facts.ts';

/** In the file's header: tells a session from the SQLite files of other programs. "TwLn" in ASCII. */
export const APPLICATION_ID = 0x54774c6e;

/** The SQL that leads from version n to n + 1 stands at index n. Steps are added, never changed. */
export const steps: readonly string[] = [facts0001];

/** Applies the steps that the file lacks. Its version must not be above `toDo.length`. */
export function migrate(db: Database, toDo: readonly string[] = steps): void {
  const version = versionOf(db);
  if (version === toDo.length) return;
  db.transaction(() => {
    for (const step of toDo.slice(version)) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${toDo.length}`);
  }).immediate();
}

/** 0 where nothing was ever put into the file. */
export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
