/** Reads `--filter`, and shows under the query where it cannot be read. */
import { parseFilter } from '../../shared/filter/parse.ts';
import type { FilterFault } from '../../shared/filter/query.ts';
import type { Narrowing } from '../../shared/view/narrow-report.ts';
import { unusable } from './usage.ts';

export function readFilter(text: string | null): Narrowing['filter'] {
  if (text === null || text.trim() === '') return null;
  const reading = parseFilter(text);
  if (reading.ok) return { text, query: reading.filter };
  throw unusable(`--filter: ${reading.fault.message}`, pointAt(text, reading.fault));
}

/** The query and a caret under each character that is meant; long queries are cut around it. */
function pointAt(text: string, { at, end }: FilterFault): string[] {
  const from = Math.max(0, at - 60);
  const shown = text.slice(from, Math.max(at, Math.min(end, at + 40)) + 20).replace(/\s/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(end, at + 40) - at));
  return [`  ${shown}`, `  ${' '.repeat(at - from)}${carets}`];
}
