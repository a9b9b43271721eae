/** Lets the engine leave out what the report would not show, where the query's columns tell time and dataset. */
import type { TimeMs } from '../../../../shared/model/fact.ts';

export type SqlRange = { since: TimeMs | null; until: TimeMs | null; datasetId: string | null };
export type SqlColumn = { name: string; type: string };

/** Meta joins copies within 48 hours: what lies further from the span is in no pair of it. */
const marginMs = 48 * 3600 * 1000;
const datasetNames = ['dataset_id', 'pixel_id', 'dataset', 'pixel'];

/** Returns the query itself where nothing can be left out. */
export function narrowed(query: string, columns: readonly SqlColumn[], { since, until, datasetId }: SqlRange): string {
  const time = columns.find(({ name }) => name.toLowerCase() === 'event_time');
  const dataset = columns.find(({ name }) => datasetNames.includes(name.toLowerCase()));
  const conditions = [
    ...(time && since !== null ? [timeCondition(time, '>=', since - marginMs)] : []),
    ...(time && until !== null ? [timeCondition(time, '<=', until + marginMs)] : []),
    ...(dataset && datasetId !== null
      ? [`(${quoted(dataset.name)} IS NULL OR CAST(${quoted(dataset.name)} AS VARCHAR) = '${datasetId}')`]
      : []),
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? query : `SELECT * FROM (${query}\n) AS rows WHERE ${conditions.join(' AND ')}`;
}

/** Null for a type whose meaning is not sure; rows without a time stay in. */
function timeCondition({ name, type }: SqlColumn, operator: '>=' | '<=', at: TimeMs): string | null {
  const column = quoted(name);
  if (/^TIMESTAMP/.test(type)) {
    return `(${column} IS NULL OR ${column} ${operator} to_timestamp(${Math.floor(at / 1000)})${type === 'TIMESTAMP WITH TIME ZONE' ? '' : " AT TIME ZONE 'UTC'"})`;
  }
  if (!/^U?(?:BIGINT|INTEGER|HUGEINT)$|^(?:DOUBLE|DECIMAL)/.test(type)) return null;
  // Milliseconds are a common mistake in this column, and are to be seen.
  return `(${column} IS NULL OR ${column} > 100000000000 OR ${column} ${operator} ${Math.floor(at / 1000)})`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
