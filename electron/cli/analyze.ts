/** `twinlane analyze`: reads recordings, logs and session files, and prints what they show together. */
import { basename } from 'node:path';
import { Refusal } from '../../shared/api/errors.ts';
import { importBrowserFile } from '../core/capture/import-recording.ts';
import { recognizeFile } from '../core/capture/recognize-file.ts';
import { expandGlob } from '../core/intake/expand-glob.ts';
import { readLog, readLogFile } from '../core/intake/read-log.ts';
import { readOrdersFile } from '../core/intake/read-orders.ts';
import type { SessionBook } from '../core/session-book.ts';
import type { AnalyzeOptions } from './parse.ts';
import { printReport } from './print-report.ts';
import { progress } from './progress.ts';
import { readingBook } from './reading-book.ts';

export async function analyze(options: AnalyzeOptions): Promise<number> {
  const tell = progress(options.report.quiet);
  const book = readingBook(options.session, options.report);
  for (const path of options.browser) {
    tell(`Reading ${path}`);
    await refuseSession(path);
    await importBrowserFile(path, book.openInput);
  }
  for (const pattern of options.server) await readServerLogs(pattern, book, tell);
  for (const pattern of options.orders) {
    for (const path of await expandGlob(pattern)) {
      tell(`Reading ${path}`);
      await readOrdersFile(path, book.openInput, options.howToReadOrders);
    }
  }
  tell('');
  return printReport(book, options.report);
}

async function readServerLogs(pattern: string, book: SessionBook, tell: (text: string) => void): Promise<void> {
  if (pattern === '-') {
    tell('Reading standard input');
    return readLog(process.stdin, book.openInput('log', 'standard input'));
  }
  for (const path of await expandGlob(pattern)) {
    tell(`Reading ${path}`);
    await refuseSession(path);
    await readLogFile(path, book.openInput('log', basename(path)));
  }
}

async function refuseSession(path: string): Promise<void> {
  if ((await recognizeFile(path)) !== 'session') return;
  throw new Refusal('unreadable-file', `${path} is a Twinlane session: name it without --browser or --server.`);
}
