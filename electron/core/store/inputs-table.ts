/** The queries of the table `inputs`: the sources of the session with their counters. */
import type { Database } from 'better-sqlite3';
import type { Input } from '../../../shared/model/fact.ts';

export function inputsTable(db: Database) {
  const put = db.prepare<Input>(
    `INSERT INTO inputs (id, kind, name, records, skipped) VALUES (@id, @kind, @name, @records, @skipped)
     ON CONFLICT (id) DO UPDATE SET kind = @kind, name = @name, records = @records, skipped = @skipped`,
  );
  const all = db.prepare<[], Input>('SELECT id, kind, name, records, skipped FROM inputs ORDER BY id');
  return {
    /** Adds the input, or brings its counters up to date. */
    put(input: Input): void {
      put.run(input);
    },
    all: (): Input[] => all.all(),
  };
}
