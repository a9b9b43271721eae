/** The report of an open session as text to save. */
import type { CallOutput } from '../../shared/api/contract.ts';
import { assertNever } from '../../shared/model/assert-never.ts';
import { buildReport } from '../../shared/report/build-report.ts';
import { jsonReport } from '../../shared/report/json-report.ts';
import { textReport } from '../../shared/report/text-report.ts';
import { browserCallLines } from './browser-calls.ts';
import type { SessionBook } from './session-book.ts';

export type ReportFormat = 'text' | 'json' | 'ndjson';

const extensions: Record<ReportFormat, string> = { text: 'txt', json: 'json', ndjson: 'ndjson' };

export function exportSession(
  book: SessionBook,
  { format, reveal }: { format: ReportFormat; reveal: boolean },
): CallOutput<'session.export'> {
  return { name: `twinlane-report.${extensions[format]}`, text: renderReport(book, { format, reveal }) };
}

export function renderReport(book: SessionBook, { format, reveal }: { format: ReportFormat; reveal: boolean }): string {
  if (format === 'ndjson') return browserCallLines(book.facts(), { reveal });
  const report = buildReport(book.reportSource(), { reveal });
  switch (format) {
    case 'text':
      return textReport(report);
    case 'json':
      return jsonReport(report);
    default:
      return assertNever(format);
  }
}
