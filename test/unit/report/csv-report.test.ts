/** The report as a table that spreadsheets and scripts read alike. */
import { expect, it } from 'vitest';
import { buildReport } from '../../../shared/report/build-report.ts';
import { csvReport } from '../../../shared/report/csv-report.ts';
import { browserEvent, serverEvent } from '../../support/events.ts';
import { hostileSource, reportSource } from '../../support/report-source.ts';

type Source = Parameters<typeof buildReport>[0];

/** Reads RFC 4180: quoted cells with doubled quotes, lines that end with CR LF. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') lines.push([]);
  }
  return lines.slice(0, -1);
}

function rowsOf(source: Source): Record<string, string>[] {
  const [head = [], ...rows] = cellsOf(csvReport(buildReport(source, { reveal: false })));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

it('has one row an event, with its pair, verdict, reason and findings', () => {
  const rows = rowsOf(reportSource([browserEvent({ id: 'b1' }), serverEvent({ id: 's1', eventId: '1001' })]));
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    pair: 'p1',
    verdict: 'double-counted',
    event: 's1',
    side: 'server',
    event_id: '1001',
    gap_ms: '2000',
    value: '49.9',
    worst: 'error',
    input: 'server.log',
  });
  expect(rows[1]?.findings).toContain('id.mismatch');
});

it('an event outside of every pair has its row, without a verdict', () => {
  const [row] = rowsOf(reportSource([browserEvent({ id: 'b1', role: 'automatic' })]));
  expect(row).toMatchObject({ event: 'b1', pair: '', verdict: '' });
});

it('customer information is named and never shown', () => {
  const [row] = rowsOf(
    reportSource([browserEvent({ id: 'b1', userData: { em: ['a'.repeat(64)], ph: ['b'.repeat(64)] } })]),
  );
  expect(row?.user_data).toBe('em ph');
  expect(JSON.stringify(row)).not.toMatch(/aaaa|bbbb/);
});

it('every row has the cells of the head, whatever a site sends', () => {
  const [head, ...rows] = cellsOf(csvReport(buildReport(hostileSource(), { reveal: false })));
  for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '\0=1'])(
  'the text %j is not run as a formula',
  (text) => {
    const [row] = rowsOf(reportSource([browserEvent({ id: 'b1', eventName: text })]));
    expect(row?.event_name).toBe(`'${text}`);
  },
);

it('a negative gap is a number, not a text', () => {
  const source = reportSource([
    browserEvent({ id: 'b1' }),
    serverEvent({ id: 's1', at: browserEvent({ id: 'b1' }).at - 5000 }),
  ]);
  expect(rowsOf(source)[0]?.gap_ms).toBe('-5000');
});
