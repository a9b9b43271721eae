/** Prints a session's report as the options say, and tells by the exit status whether a `--fail-on` condition holds. */
import { writeFileSync } from 'node:fs';
import { Refusal } from '../../shared/api/errors.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { narrow } from '../../shared/view/narrow-report.ts';
import { renderReport } from '../core/export-session.ts';
import type { SessionBook } from '../core/session-book.ts';
import { exitStatus } from './exit-status.ts';
import type { ReportOptions } from './options.ts';

export function printReport(book: SessionBook, options: ReportOptions): number {
  const { format, out, reveal } = options;
  const source = narrow(book.reportSource(), options);
  const text = renderReport(source, book.facts(), { format: format ?? 'text', reveal, failOn: options.failOn });
  if (out === null) process.stdout.write(text);
  else writeOut(out, text);
  return holds(source.findings, options.failOn) ? exitStatus.condition : exitStatus.done;
}

function writeOut(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600 });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new Refusal('unreadable-file', `${path} cannot be written (${code}).`, { cause });
  }
}

function holds(findings: readonly Finding[], conditions: string[]): boolean {
  return findings.some(({ severity, code }) => conditions.includes(severity) || conditions.includes(code));
}
