/** What a caller gets to do with an open session, whichever way it was opened. */
import type { Database } from 'better-sqlite3';
import type { Fact, Input } from '../../../shared/model/fact.ts';
import type { SessionLabel } from '../../../shared/model/label.ts';
import { type FactWithAnswers, factsTable } from './facts-table.ts';
import { inputsTable } from './inputs-table.ts';
import { labelTable } from './label-table.ts';
import { metaTable, type SessionMeta } from './meta-table.ts';
import { asStorageFailure, guarded, StorageFailure } from './storage-failure.ts';

export type SessionFile = {
  /** Absolute. Not the path that was asked for where a damaged session was copied to a new file. */
  path: string;
  meta: SessionMeta;
  /** What opening found and put right, in sentences fit to show; empty where all was well. */
  recovered: string[];
  /**
   * Stores all or nothing, in this order. When it returns, no end of this process can lose them any more; a power cut
   * can until `sync` has resolved. Throws a StorageFailure.
   */
  append(facts: readonly Fact[], inputs?: readonly Input[]): void;
  /** Resolves when a power cut could no longer lose what was appended before. Rejects with a StorageFailure. */
  sync(): Promise<void>;
  /** Adds the input, or brings its counters up to date. */
  putInput(input: Input): void;
  inputs(): Input[];
  label(): SessionLabel;
  putLabel(label: SessionLabel): void;
  /** In the order in which they were stored, read one at a time; goes on to what is appended meanwhile. */
  facts(): IterableIterator<Fact>;
  /** How many facts are stored. */
  count(): number;
  /** The call or record of that key with its answers; null where there is none. */
  fact(key: string): FactWithAnswers | null;
  /**
   * Leaves one single file that can be copied. Throws a StorageFailure where that cannot be done now (disk full):
   * nothing is lost then, and the next opening does it. Closing twice is closing once.
   */
  close(): void;
};

type Owner = {
  file: string;
  /** Gives everything back; `isSound` false where damage was met, which the file then must not hide. */
  close(isSound: boolean): void;
  sync(): Promise<void>;
};

/** Facts that are read at once: one query for each costs several times as much as reading it. */
const PAGE = 128;

export function sessionOver(db: Database, owner: Owner): SessionFile {
  const facts = factsTable(db);
  const inputs = inputsTable(db);
  const label = labelTable(db);
  let isSound = true;

  const store = db.transaction((newFacts: readonly Fact[], newInputs: readonly Input[]) => {
    for (const input of newInputs) inputs.put(input);
    facts.append(newFacts);
  });

  const read = <T>(query: () => T): T => {
    try {
      return query();
    } catch (error) {
      const failure = asReadFailure(error, owner.file);
      if (failure instanceof StorageFailure && failure.problem === 'damaged') isSound = false;
      throw failure;
    }
  };

  function* walk(): Generator<Fact> {
    for (let seq = 0; ; ) {
      const page = read(() => pageAfter(seq));
      for (const row of page) {
        yield row.fact;
        seq = row.seq;
      }
      if (page.length === 0) return;
    }
  }

  /** Where a page meets damage, what stands before it is still read, one by one. */
  function pageAfter(seq: number) {
    try {
      return facts.after(seq, PAGE);
    } catch {
      return facts.after(seq, 1);
    }
  }

  return {
    path: owner.file,
    meta: metaTable(db).read(),
    recovered: [],
    append: (newFacts, newInputs = []) => guarded(owner.file, () => store.immediate(newFacts, newInputs)),
    sync: async () => {
      try {
        await owner.sync();
      } catch (error) {
        throw asStorageFailure(error, owner.file);
      }
    },
    putInput: (input) => guarded(owner.file, () => inputs.put(input)),
    inputs: () => read(() => inputs.all()),
    label: () => read(label.read),
    putLabel: (wanted) => guarded(owner.file, () => label.write(wanted)),
    facts: walk,
    count: () => read(() => facts.count()),
    fact: (key) => read(() => facts.withAnswers(key)),
    close: () => {
      if (db.open) guarded(owner.file, () => owner.close(isSound));
    },
  };
}

/** A row that is no fact (SyntaxError) is damage like a broken page. */
function asReadFailure(error: unknown, file: string): unknown {
  return error instanceof SyntaxError
    ? new StorageFailure('damaged', file, { cause: error })
    : asStorageFailure(error, file);
}
