/** The report of an open session as text to save or print. */

import { Refusal } from '../../shared/api/errors.ts';
import { assertNever } from '../../shared/model/assert-never.ts';
import type { Fact } from '../../shared/model/fact.ts';
import { buildReport, type ReportSource } from '../../shared/report/build-report.ts';
import { csvReport } from '../../shared/report/csv-report.ts';
import { formatExtensions, type ReportFormat } from '../../shared/report/formats.ts';
import { htmlReport } from '../../shared/report/html/html-report.ts';
import { jsonReport } from '../../shared/report/json-report.ts';
import { junitReport } from '../../shared/report/junit-report.ts';
import { type Leak, leakIn } from '../../shared/report/leaks.ts';
import { textReport } from '../../shared/report/text-report.ts';
import { browserCallLines } from './browser-calls.ts';
import type { SessionBook } from './session-book.ts';

/** `failOn`: what JUnit's failures are, beside errors: `warning` and finding codes. */
type HowToRender = { format: ReportFormat; reveal: boolean; failOn?: readonly string[] };

export function exportSession(book: SessionBook, how: HowToRender): { name: string; text: string } {
  const text = renderReport(book.reportSource(), book.facts(), how);
  return { name: `twinlane-report.${formatExtensions[how.format]}`, text };
}

/**
 * The report as text that was looked over for tokens and, unless `reveal`, for personal values. Throws a Refusal where
 * hiding them failed: then there is no text at all. `facts` is walked for ndjson alone, which is the recording rather
 * than what was concluded from it.
 */
export function renderReport(source: ReportSource, facts: Iterable<Fact>, how: HowToRender): string {
  const text = rendered(source, facts, how);
  const leak = leakIn(text, {
    events: source.events,
    ownWords: [...source.inputs.map(({ name }) => name), source.narrowing?.filter ?? ''],
    against: how.reveal ? 'token' : how.format === 'ndjson' ? 'plain' : 'all',
  });
  if (leak !== null) throw withheld(leakWords[leak]);
  return text;
}

const leakWords: Record<Leak, string> = {
  token: 'it would hold an access token',
  email: 'it would hold an e-mail address in plain',
  'customer-value': 'it would hold a customer’s hash or phone number',
  cookie: 'it would hold a visitor’s cookie',
};

function withheld(why: string, cause?: unknown): Refusal {
  const advice = 'Nothing was saved. Please report this; the session itself is whole';
  return new Refusal('internal', `The report is held back: ${why}. ${advice}.`, { cause });
}

function rendered(source: ReportSource, facts: Iterable<Fact>, how: HowToRender): string {
  try {
    return renderAs(source, facts, how);
  } catch (cause) {
    throw withheld('hiding personal values in it failed', cause);
  }
}

function renderAs(source: ReportSource, facts: Iterable<Fact>, how: HowToRender): string {
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
