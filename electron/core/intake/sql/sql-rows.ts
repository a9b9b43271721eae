/** Asks DuckDB and gives its rows out as they come: Parquet, CSV and NDJSON folders, S3, SQLite, Postgres. */
import { Refusal } from '../../../../shared/api/errors.ts';
import type { Json } from '../../../../shared/model/json.ts';
import { narrowed, type SqlRange } from './narrow-query.ts';

export type SqlRow = Record<string, Json>;

/** Rows are read as they come; sorting and joining within the query is what needs memory, and then goes to disk. */
const memoryLimit = '1GB';

/** Loaded only when asked for: the engine is large and optional. */
async function loadDuckDb() {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new Refusal('bad-input', '--sql needs DuckDB: npm install @duckdb/node-api, then run it again.', { cause });
  }
}

/** In batches, in the query's order. Throws a Refusal with the engine's words where the query cannot be run. */
export async function* sqlRows(query: string, range: SqlRange): AsyncGenerator<SqlRow[]> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memoryLimit });
  const connection = await instance.connect();
  try {
    const plain = query.trim().replace(/;\s*$/, '');
    const described = await connection.runAndReadAll(`DESCRIBE ${plain}`);
    const columns = described.getRowObjectsJson().map(({ column_name: name, column_type: type }) => ({
      name: String(name),
      type: String(type),
    }));
    const result = await connection.stream(narrowed(plain, columns, range));
    for await (const rows of result.yieldRowObjectJson()) yield rows;
  } catch (cause) {
    throw refusal(cause);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The first line of the engine's message tells enough; the query, which may hold a password, is not repeated. */
function refusal(cause: unknown): unknown {
  if (cause instanceof Refusal || !(cause instanceof Error)) return cause;
  const reason = cause.message.split('\n')[0]?.slice(0, 300) ?? '';
  return new Refusal('bad-input', `The SQL query cannot be run. ${reason}`, { cause });
}
