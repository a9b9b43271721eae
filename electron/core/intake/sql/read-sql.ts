/** Reads the server events that a SQL query gives, however many, in bounded memory. */
import type { InputHandle } from '../../source.ts';
import { createLogIntake, recordKeys } from '../log-intake.ts';
import type { SqlRange } from './narrow-query.ts';
import { rowRecord } from './row-event.ts';
import { sqlRows } from './sql-rows.ts';

/** Places are `row N`. Throws a Refusal where the query cannot be run, and the sink's error where nothing can be stored. */
export async function readSql(query: string, range: SqlRange, handle: InputHandle): Promise<void> {
  const intake = createLogIntake({ handle, nextKey: recordKeys(handle), placeWord: 'row' });
  for await (const rows of sqlRows(query, range)) {
    intake.push(Buffer.from(rows.map((row) => `${rowRecord(row)}\n`).join('')));
    await intake.store();
  }
  intake.end();
  await intake.store();
}
