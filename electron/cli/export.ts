/** `twinlane export`: the report again, from a stored session. */
import type { ReportOptions } from './options.ts';
import { printReport } from './print-report.ts';
import { readingBook } from './reading-book.ts';

export function exportCommand({ session, report }: { session: string; report: ReportOptions }): number {
  return printReport(readingBook(session, report), report);
}
