/** The report of an open session as text to save or print. */
import type { Fact } from '../../shared/model/fact.ts';
import { buildReport, type ReportSource } from '../../shared/report/build-report.ts';
import { jsonReport } from '../../shared/report/json-report.ts';
import { textReport } from '../../shared/report/text-report.ts';
import { browserCallLines } from './browser-calls.ts';
import type { SessionBook } from './session-book.ts';

export type ReportFormat = 'text' | 'json' | 'ndjson';
type HowToRender = { format: ReportFormat; reveal: boolean };

const extensions: Record<ReportFormat, string> = { text: 'txt', json: 'json', ndjson: 'ndjson' };

export function exportSession(book: SessionBook, how: HowToRender): { name: string; text: string } {
  const text = renderReport(book.reportSource(), book.facts(), how);
  return { name: `twinlane-report.${extensions[how.format]}`, text };
}

/** `facts` is walked for ndjson alone, which is the recording rather than what was concluded from it. */
export function renderReport(source: ReportSource, facts: Iterable<Fact>, { format, reveal }: HowToRender): string {
  if (format === 'ndjson') return browserCallLines(facts, { reveal });
  const report = buildReport(source, { reveal });
  return format === 'json' ? jsonReport(report) : textReport(report);
}
