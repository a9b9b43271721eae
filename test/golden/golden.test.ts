/**
 * Golden folders: recordings beside the report that they must give, readable by a person. After a wanted change run
 * with UPDATE_GOLDEN=1 and read the difference.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReportOptions } from '../../electron/cli/options.ts';
import { readingBook } from '../../electron/cli/reading-book.ts';
import { importBrowserFile } from '../../electron/core/capture/import-recording.ts';
import { renderReport } from '../../electron/core/export-session.ts';
import { readLogFile } from '../../electron/core/intake/read-log.ts';
import { readOrdersFile } from '../../electron/core/intake/read-orders.ts';
import { formatExtensions, type ReportFormat } from '../../shared/report/formats.ts';
import { hasMaterial, material } from '../support/material.ts';

const cases = join(import.meta.dirname, 'cases');

type Recorded = { browser?: string; server?: string; orders?: string };

async function reportOf({ browser, server, orders }: Recorded, format: ReportFormat = 'json'): Promise<string> {
  const book = readingBook(null, readReportOptions({}));
  if (browser !== undefined) await importBrowserFile(browser, book.openInput);
  if (server !== undefined) await readLogFile(server, book.openInput('log', 'server.ndjson'));
  if (orders !== undefined) await readOrdersFile(orders, book.openInput);
  return renderReport(book.reportSource(), [], { format, reveal: false });
}

function compare(report: string, expected: string): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(expected, report);
  expect(JSON.parse(report)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
}

describe('golden folders', () => {
  it.each(readdirSync(cases))('%s gives the report that stands beside it', async (name) => {
    const at = (file: string) => join(cases, name, file);
    const server = existsSync(at('server.ndjson')) ? { server: at('server.ndjson') } : {};
    const orders = existsSync(at('orders.csv')) ? { orders: at('orders.csv') } : {};
    compare(await reportOf({ browser: at('browser.ndjson'), ...server, ...orders }), at('report.json'));
  });

  it.skipIf(!hasMaterial).each(['purchase-form-post', 'two-pixels-consent-noscript'])(
    'the recording %s of the real script gives its report',
    async (name) => {
      const report = await reportOf({ browser: material(`fixtures/real-pixel/${name}.har`) });
      compare(report, join(import.meta.dirname, `real-${name}.json`));
    },
  );

  const prefixed = {
    browser: join(cases, 'prefixed-ids', 'browser.ndjson'),
    server: join(cases, 'prefixed-ids', 'server.ndjson'),
  };

  it('the same recordings give the same bytes', async () => {
    expect(await reportOf(prefixed)).toBe(await reportOf(prefixed));
  });

  it.each(['html', 'csv', 'junit', 'text'] as const)(
    'as %s the report is the one that stands beside it',
    async (format) => {
      const report = await reportOf(prefixed, format);
      const expected = join(cases, 'prefixed-ids', `report.${formatExtensions[format]}`);
      if (process.env.UPDATE_GOLDEN) writeFileSync(expected, report);
      expect(report).toBe(readFileSync(expected, 'utf8'));
    },
  );
});
