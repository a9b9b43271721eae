/** `analyze --orders`: the shop's orders beside recordings and logs, from the command line. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { run } from '../../support/command-line.ts';
import { temporaryFolder } from '../../support/temp-folder.ts';

const golden = (file: string) => resolve(import.meta.dirname, '../../golden/cases/orders-of-the-shop', file);
const log = ['--server', golden('server.ndjson')];
const recorded = ['--browser', golden('browser.ndjson'), ...log];

describe('twinlane analyze --orders', () => {
  it('says in the report how the orders were read, what is missing, and what Meta counts of them', async () => {
    const { status, out } = await run(['analyze', ...recorded, '--orders', golden('orders.csv')], {
      home: temporaryFolder(),
    });
    expect(status).toBe(0);
    expect(out).toContain(
      'order number from “Name”, value from “Total”, currency from “Currency”, time from “Created at”',
    );
    expect(out).toContain('Order 1004 of 2026-11-24 10:31 UTC (75.00 EUR) has no Purchase');
    expect(out).toContain('6 orders, Meta would count 4:');
    expect(out).not.toContain('mail.example');
  });

  it('exits with 1 where an order is missing and --fail-on asks for it', async () => {
    const args = ['analyze', ...recorded, '--orders', golden('orders.csv'), '--fail-on', 'coverage.order-missing'];
    expect((await run(args, { home: temporaryFolder() })).status).toBe(1);
  });

  it('takes several files and globs, packed ones too, and an order in two of them once', async () => {
    const home = temporaryFolder();
    const text = readFileSync(golden('orders.csv'), 'utf8');
    writeFileSync(join(home, 'november.csv'), text);
    writeFileSync(join(home, 'december.csv.gz'), gzipSync(text));
    const args = ['analyze', ...recorded, '--orders', join(home, '*ember.csv*'), '--format', 'json'];
    const report = JSON.parse((await run(args, { home })).out);
    expect(report.inputs.map(({ name }: { name: string }) => name)).toEqual([
      'browser.ndjson',
      'server.ndjson',
      'december.csv.gz',
      'november.csv',
    ]);
    expect(report.summary.orders).toBe(9);
  });

  it('corrects columns and zone as told', async () => {
    const home = temporaryFolder();
    const file = join(home, 'export.csv');
    const rows = ['1001;11:00:55;R1;49,90', '1002;11:10:55;R2;29,90', '1004;11:30:00;R4;75,00'].map((row) =>
      row.replace(';', ';24.11.2026 '),
    );
    writeFileSync(file, `Bestellung;Datum;Order number;Summe\n${rows.join('\n')}\n`);
    const findingsOf = async (...more: string[]) => {
      const args = ['analyze', ...log, '--orders', file, '--format', 'json', ...more];
      const { findings } = JSON.parse((await run(args, { home })).out) as {
        findings: { code: string; detail: string }[];
      };
      return findings.filter(({ code }) => code === 'coverage.order-missing').map(({ detail }) => detail.slice(0, 33));
    };
    expect(await findingsOf()).toEqual([]);
    expect(await findingsOf('--orders-columns', 'number=Bestellung', '--orders-zone', 'Europe/Berlin')).toEqual(
      ['Order 1004 of 2026-11-24 10:30 UTC'].map((text) => text.slice(0, 33)),
    );
  });

  it.each([
    [['--orders', 'missing.csv'], 'missing.csv is not there'],
    [['--orders', golden('browser.ndjson')], 'holds no orders that can be read'],
    [
      ['--orders', golden('orders.csv'), '--orders-columns', 'number=Nummer'],
      'there is no column “Nummer”. Its columns are Name,',
    ],
    [['--orders', golden('orders.csv'), '--orders-columns', 'price=Total'], '--orders-columns takes number=…'],
    [
      ['--orders', golden('orders.csv'), '--orders-zone', 'Mars/Olympus'],
      '--orders-zone takes a zone such as Europe/Berlin',
    ],
  ])('refuses %j in one line that says why, and exits with 2', async (args, reason) => {
    const { status, out, err } = await run(['analyze', ...log, ...args], { home: temporaryFolder() });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(reason);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
