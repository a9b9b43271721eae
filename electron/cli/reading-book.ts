/** A book for commands that read and print: nothing is stored, nobody watches. */
import { createBook, type SessionBook } from '../core/session-book.ts';
import { openSessionFile } from '../core/store/session-file.ts';
import type { ReportOptions } from './options.ts';

/** `session`, where one is named, is read and never written. */
export function readingBook(session: string | null, report: ReportOptions): SessionBook {
  const book = createBook({
    file: null,
    datasetId: report.datasetId,
    identity: report.identity,
    keepFacts: report.format === 'ndjson',
    onChanges: () => undefined,
    onNotice: () => undefined,
  });
  if (session === null) return book;
  const file = openSessionFile(session, { mode: 'read-only' });
  book.adopt(file);
  file.close();
  return book;
}
