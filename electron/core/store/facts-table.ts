/** The queries of the table `facts`: append, walk in order, find by key. */
import type { Database } from 'better-sqlite3';
import type {
  BrowserCallFact,
  CallAnswerFact,
  Fact,
  ServerAnswerFact,
  ServerRecordFact,
} from '../../../shared/model/fact.ts';
import { type FactRow, factOf, rowOf, type StoredFact, storedColumns } from './fact-row.ts';

/** A call or record with everything that was learned of its end, in the order in which it was stored. */
export type FactWithAnswers = {
  fact: BrowserCallFact | ServerRecordFact;
  answers: (CallAnswerFact | ServerAnswerFact)[];
};

type NumberedFact = StoredFact & { seq: number };

export function factsTable(db: Database) {
  const insert = db.prepare<FactRow>(
    `INSERT INTO facts (input, kind, key, place, at, head, encoding, body)
     VALUES (@input, @kind, @key, @place, @at, @head, @encoding, @body)`,
  );
  const after = db.prepare<[number, number], NumberedFact>(
    `SELECT seq, ${storedColumns} FROM facts WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const byKey = db.prepare<[string], StoredFact>(`SELECT ${storedColumns} FROM facts WHERE key = ? ORDER BY seq`);
  const last = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM facts').pluck();

  return {
    append(facts: readonly Fact[]): void {
      for (const fact of facts) insert.run(rowOf(fact));
    },
    /** The facts after `seq`, so many at most; none at the end. No read stays open, so that appending goes on between. */
    after(seq: number, count: number): { seq: number; fact: Fact }[] {
      return after.all(seq, count).map((row) => ({ seq: row.seq, fact: factOf(row) }));
    },
    withAnswers(key: string): FactWithAnswers | null {
      return gather(byKey.all(key).map(factOf));
    },
    /** How many facts there are: they are numbered from 1 without gaps. */
    count: (): number => last.get() ?? 0,
  };
}

function gather(facts: Fact[]): FactWithAnswers | null {
  const fact = facts.find((one) => one.kind === 'browser-call' || one.kind === 'server-record');
  const answers = facts.filter((one) => one.kind === 'call-answer' || one.kind === 'server-answer');
  return fact === undefined ? null : { fact, answers };
}
