/** The report as JSON: two spaces, one line end at the end, the same bytes for the same inputs. */
import type { Report } from './report.ts';

export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
