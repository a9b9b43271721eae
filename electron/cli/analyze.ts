/** `twinlane analyze`: reads recordings, logs and session files, and prints what they show together. */
import { basename } from 'node:path';
import { Refusal } from '../../shared/api/errors.ts';
import { importBrowserFile } from '../core/capture/import-recording.ts';
import { recognizeFile } from '../core/capture/recognize-file.ts';
import { runLogCommand } from '../core/intake/command-log.ts';
import { expandGlob } from '../core/intake/expand-glob.ts';
import { tellEnd } from '../core/intake/open-server-log.ts';
import { readLog, readLogFile } from '../core/intake/read-log.ts';
import { readOrdersFile } from '../core/intake/read-orders.ts';
import { readServerLog } from '../core/intake/server-log.ts';
import { readSql } from '../core/intake/sql/read-sql.ts';
import type { SessionBook } from '../core/session-book.ts';
import type { InputHandle } from '../core/source.ts';
import type { AnalyzeOptions } from './parse.ts';
import { preview } from './preview.ts';
import { printReport } from './print-report.ts';
import { progress } from './progress.ts';
import { readingBook } from './reading-book.ts';

export async function analyze(options: AnalyzeOptions): Promise<number> {
  if (options.isPreview) return preview(options.server, options.report.format);
  const tell = progress(options.report.quiet);
  const book = readingBook(options.session, options.report);
  for (const path of options.browser) {
    tell(`Reading ${path}`);
    await refuseSession(path);
    await importBrowserFile(path, book.openInput);
  }
  for (const pattern of options.server) await readServerLogs(pattern, book, tell);
  for (const query of options.sql) {
    tell('Asking DuckDB');
    await readSql(query, options.report, book.openInput('log', 'SQL query'));
  }
  for (const pattern of options.orders) {
    for (const path of await expandGlob(pattern)) {
      tell(`Reading ${path}`);
      await readOrdersFile(path, book.openInput, { settings: options.howToReadOrders });
    }
  }
  tell('');
  return printReport(book, options.report);
}

async function readServerLogs(text: string, book: SessionBook, tell: (text: string) => void): Promise<void> {
  const log = readServerLog(text);
  if (log.kind !== 'files') {
    tell(log.kind === 'command' ? `Running ${log.name.replace(/^cmd: /, '')}` : 'Reading standard input');
    const handle = book.openInput('log', log.name);
    return log.kind === 'command' ? readCommand(log.command, handle) : readLog(process.stdin, handle);
  }
  for (const path of await expandGlob(log.pattern)) {
    tell(`Reading ${path}`);
    await refuseSession(path);
    await readLogFile(path, book.openInput('log', basename(path)));
  }
}

/** To its end: what it wrote until then counts, also where it failed. */
async function readCommand(command: string, handle: InputHandle): Promise<void> {
  const running = runLogCommand(command, { handle });
  process.once('exit', running.kill);
  const end = await running.ended;
  process.off('exit', running.kill);
  const [level, sentence] = tellEnd(handle.input.name, end);
  if (level === 'warning') process.stderr.write(`twinlane: ${sentence}\n`);
}

async function refuseSession(path: string): Promise<void> {
  if ((await recognizeFile(path)) !== 'session') return;
  throw new Refusal('unreadable-file', `${path} is a Twinlane session: name it without --browser or --server.`);
}
