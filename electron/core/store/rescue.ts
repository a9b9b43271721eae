/** Saves what can be read of a damaged session into a new file, and leaves the damaged one as it is. */

import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import type { Fact, Input, InputId } from '../../../shared/model/fact.ts';
import { theUser } from '../marks.ts';
import { factOf, type StoredFact, storedColumns } from './fact-row.ts';
import { inputsTable } from './inputs-table.ts';
import { metaTable, type SessionMeta } from './meta-table.ts';
import type { SessionFile } from './session-over.ts';
import { StorageFailure } from './storage-failure.ts';

type Create = (path: string, meta: SessionMeta) => SessionFile;

/** Facts that cannot be read, one after the other, before the end is taken to be reached where it is unknown. */
const GIVE_UP_AFTER = 20_000;
const BATCH = 500;

/** The new session, made by `create`, with a sentence in `recovered`. Throws a StorageFailure `beyond-rescue`. */
export function copyReadable(damaged: string, create: Create): SessionFile {
  const db = new Database(damaged, { readonly: true });
  try {
    const meta = readable(() => metaTable(db).read()) ?? { createdAt: null, app: null, engine: null };
    const copy = create(unusedPath(damaged), meta);
    const count = fill(copy, db);
    if (count === 0) throw new StorageFailure('beyond-rescue', damaged);
    copy.recovered.push(
      `${basename(damaged)} is damaged. The ${count} facts that could be read were copied to ` +
        `${basename(copy.path)}, which is open now; the damaged file was left as it is.`,
    );
    return copy;
  } finally {
    db.close();
  }
}

/** How many facts were saved; no copy stays behind where none could be, or where the disk is full. */
function fill(copy: SessionFile, db: Database.Database): number {
  let count = 0;
  try {
    count = copyInto(copy, db);
    return count;
  } finally {
    if (count === 0) {
      copy.close();
      rmSync(copy.path, { force: true });
    }
  }
}

function copyInto(copy: SessionFile, db: Database.Database): number {
  const seen = new Set<InputId>();
  let batch: Fact[] = [];
  let count = 0;
  const store = () => {
    copy.append(batch);
    count += batch.length;
    batch = [];
  };
  for (const fact of readableFacts(db)) {
    seen.add(fact.input);
    if (batch.push(fact) === BATCH) store();
  }
  store();
  const known = readable(() => inputsTable(db).all()) ?? [];
  copy.append([], [...known, ...nameless(seen, known)]);
  return count;
}

/** Stands in for inputs of which only the facts are left. */
function nameless(seen: Set<InputId>, known: Input[]): Input[] {
  const lost = [...seen].filter((id) => id !== theUser && !known.some((input) => input.id === id));
  return lost.map((id) => ({ id, kind: 'session', name: 'rescued facts', records: 0, skipped: 0 }));
}

/** By number, so that a broken page hides no more than the facts on it. */
function* readableFacts(db: Database.Database): Generator<Fact> {
  const one = readable(() => db.prepare<[number], StoredFact>(`SELECT ${storedColumns} FROM facts WHERE seq = ?`));
  const last = readable(() => db.prepare<[], number>('SELECT max(seq) FROM facts').pluck().get());
  let missed = 0;
  for (let seq = 1; last === undefined ? missed < GIVE_UP_AFTER : seq <= last; seq += 1) {
    const fact = readable(() => {
      const row = one?.get(seq);
      return row && factOf(row);
    });
    missed = fact === undefined ? missed + 1 : 0;
    if (fact !== undefined) yield fact;
  }
}

/** Undefined where the damage shows: broken pages, or bytes that are no fact any more. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Database.SqliteError) return undefined;
    throw error;
  }
}

function unusedPath(damaged: string): string {
  const stem = damaged.replace(/\.twinlane$/, '');
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? `${stem} (rescued).twinlane` : `${stem} (rescued ${n}).twinlane`;
    if (!existsSync(path)) return path;
  }
}
