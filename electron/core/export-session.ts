/** The report of an open session as text to save or print. */
import { assertNever } from '../../shared/model/assert-never.ts';
import type { Fact } from '../../shared/model/fact.ts';
import { buildReport, type ReportSource } from '../../shared/report/build-report.ts';
import { csvReport } from '../../shared/report/csv-report.ts';
import { formatExtensions, type ReportFormat } from '../../shared/report/formats.ts';
import { htmlReport } from '../../shared/report/html/html-report.ts';
import { jsonReport } from '../../shared/report/json-report.ts';
import { junitReport } from '../../shared/report/junit-report.ts';
import { textReport } from '../../shared/report/text-report.ts';
import { browserCallLines } from './browser-calls.ts';
import type { SessionBook } from './session-book.ts';

/** `failOn`: what JUnit's failures are, beside errors: `warning` and finding codes. */
type HowToRender = { format: ReportFormat; reveal: boolean; failOn?: readonly string[] };

export function exportSession(book: SessionBook, how: HowToRender): { name: string; text: string } {
  const text = renderReport(book.reportSource(), book.facts(), how);
  return { name: `twinlane-report.${formatExtensions[how.format]}`, text };
}

/** `facts` is walked for ndjson alone, which is the recording rather than what was concluded from it. */
export function renderReport(source: ReportSource, facts: Iterable<Fact>, how: HowToRender): string {
  const { format, reveal, failOn = [] } = how;
  switch (format) {
    case 'ndjson':
      return browserCallLines(facts, { reveal });
    case 'json':
      return jsonReport(buildReport(source, { reveal }));
    case 'text':
      return textReport(buildReport(source, { reveal }));
    case 'csv':
      return csvReport(buildReport(source, { reveal }));
    case 'junit':
      return junitReport(buildReport(source, { reveal }), failOn);
    case 'html':
      return htmlReport(source, { reveal });
    default:
      return assertNever(format);
  }
}
