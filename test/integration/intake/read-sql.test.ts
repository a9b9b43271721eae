/** SQL as a source, against DuckDB itself: Parquet, NDJSON and SQLite-like tables that it writes and reads here. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { narrowed } from '../../../electron/core/intake/sql/narrow-query.ts';
import { readSql } from '../../../electron/core/intake/sql/read-sql.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import { payload, purchase } from '../../support/capi.ts';
import { recordingHandle } from '../../support/recording-handle.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const everything = { since: null, until: null, datasetId: null };

async function read(query: string, range: Partial<Parameters<typeof readSql>[1]> = {}) {
  const handle = recordingHandle();
  await readSql(query, { ...everything, ...range }, handle);
  return { handle, events: handle.records().flatMap((fact) => readServerRecord(fact).events) };
}

/** Writes a Parquet file of what the query gives, with DuckDB. */
async function parquet(select: string): Promise<string> {
  const path = join(temporaryFolder(), 'events.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

const flat = (rows: number) =>
  parquet(`SELECT 1234567890 + i % 2 AS pixel_id, 'Purchase' AS event_name, 1765875600 + i * 86400 AS event_time,
    'order-' || i AS event_id, 'website' AS action_source, 'fb.1.1.' || i AS fbp, CAST(19.90 AS DECIMAL(9, 2)) AS value,
    'EUR' AS currency, '["7","8"]' AS content_ids, TIMESTAMP '2025-12-16 09:00:05' AS sent_at FROM range(${rows}) t(i)`);

test('flat columns of a Parquet file become events, with dataset, time and place', async () => {
  const { events } = await read(`SELECT * FROM '${await flat(2)}' ORDER BY event_id`);
  expect(events).toMatchObject([
    {
      eventName: 'Purchase',
      eventId: 'order-0',
      datasetId: '1234567890',
      at: 1_765_875_600_000,
      seenAt: Date.UTC(2025, 11, 16, 9, 0, 5),
      fbp: 'fb.1.1.0',
      customData: { value: 19.9, currency: 'EUR', content_ids: ['7', '8'] },
      damage: [],
      source: { at: 'row 1' },
    },
    { eventId: 'order-1', datasetId: '1234567891', source: { at: 'row 2' } },
  ]);
});

test('a column that holds the payload, as text or nested, is found', async () => {
  const folder = temporaryFolder();
  const rows = [
    { id: 1, logged_at: '2025-12-16T09:00:00Z', body: payload(purchase('a')) },
    { id: 2, body: 'other' },
  ];
  await writeFile(join(folder, 'a.ndjson'), rows.map((row) => JSON.stringify(row)).join('\n'));
  await writeFile(join(folder, 'b.ndjson'), JSON.stringify({ id: 3, body: { data: [purchase('b')] } }));
  expect((await read(`SELECT * FROM read_json('${folder}/a.ndjson')`)).events.map(({ eventId }) => eventId)).toEqual([
    'a',
  ]);
  expect((await read(`SELECT * FROM read_json('${folder}/b.ndjson');`)).events).toMatchObject([
    { eventId: 'b', eventName: 'Purchase', customData: { value: 19.9, currency: 'EUR' }, damage: [] },
  ]);
});

test('rows outside of the span by more than the deduplication window, and of other datasets, are left out by the engine', async () => {
  const path = await flat(40);
  const since = (1_765_875_600 + 10 * 86_400) * 1000;
  const { events, handle } = await read(`SELECT * FROM '${path}'`, { since, until: since, datasetId: '1234567890' });
  expect(events.map(({ eventId }) => eventId).toSorted()).toEqual(['order-10', 'order-12', 'order-8']);
  expect(handle.input.records).toBe(3);
});

describe('narrowing', () => {
  const range = { since: 1_765_875_600_000, until: null, datasetId: '1' };
  test.each([
    ['BIGINT', '"event_time" >= 1765702800'],
    ['TIMESTAMP', "to_timestamp(1765702800) AT TIME ZONE 'UTC'"],
    ['TIMESTAMP WITH TIME ZONE', 'to_timestamp(1765702800))'],
  ])('knows %s', (type, condition) => {
    expect(narrowed('SELECT 1', [{ name: 'event_time', type }], range)).toContain(condition);
  });
  test('leaves alone what it is not sure of', () => {
    expect(
      narrowed(
        'SELECT 1',
        [
          { name: 'event_time', type: 'VARCHAR' },
          { name: 'x', type: 'BIGINT' },
        ],
        range,
      ),
    ).toBe('SELECT 1');
  });
  test.each(['TIMESTAMP', 'TIMESTAMPTZ', 'BIGINT', 'DOUBLE'])('of %s is understood by the engine', async (type) => {
    const time = type.startsWith('T') ? `CAST('2025-12-16 09:00:00' AS ${type})` : `CAST(1765875600 AS ${type})`;
    const query = `SELECT ${time} AS event_time, 'Lead' AS event_name, 'a' AS event_id -- a remark`;
    expect((await read(query, { since: 1_765_875_600_000 })).events).toHaveLength(1);
    expect((await read(query, { since: 1_765_875_600_000 + 5 * 86_400_000 })).events).toHaveLength(0);
  });
});

test('a query that cannot be run is refused in one line, without the query', async () => {
  await expect(read("SELECT * FROM '/nowhere/Zq7canary.parquet'")).rejects.toMatchObject({ code: 'bad-input' });
  await expect(read('SELEKT')).rejects.toMatchObject({
    message: expect.stringMatching(/^The SQL query cannot be run\. [^\n]*$/),
  });
});

test('two hundred thousand rows are read without being held', { timeout: 300_000 }, async () => {
  let facts = 0;
  const handle = recordingHandle();
  handle.sink.add = async (added) => {
    facts += added.length;
  };
  const query = `SELECT 'Lead' AS event_name, 1765875600 AS event_time, i AS event_id, repeat('x', 1500) AS pad FROM range(200000) t(i)`;
  await readSql(query, everything, handle);
  expect(facts).toBe(200_000);
  // The rows alone are 300 MB; a heap that held them would show it.
  expect(process.memoryUsage().heapUsed).toBeLessThan(250 * 2 ** 20);
});
