/** `twinlane record`: records until Ctrl-C, the duration or the browser's end, and leaves a whole session file. */
import { plural } from '../../shared/view/plural.ts';
import type { Recording } from '../core/recording.ts';
import { createSession, type Session } from '../core/session.ts';
import { twinlaneHome } from '../core/store/sessions-folder.ts';
import { endpointInWords } from './endpoint-mode.ts';
import { exitStatus } from './exit-status.ts';
import { ownBrowserText, phoneText } from './network-text.ts';
import type { RecordCommand, ReportOptions } from './options.ts';
import { printReport } from './print-report.ts';
import { say } from './progress.ts';
import { sourcesInWords } from './sources-in-words.ts';
import { untilTold } from './until-told.ts';

export async function recordCommand({ record, durationMs, report }: RecordCommand): Promise<number> {
  const onScriptOutput = (text: string) => void (report.quiet || process.stderr.write(text));
  const session = createSession({ homeFolder: twinlaneHome(), identity: report.identity, onScriptOutput });
  const ended = new Promise<void>((resolve) => session.onEnded(resolve));
  try {
    const told = untilTold(durationMs);
    const recording = await session.record(record);
    printReady(session, recording);
    say(report.quiet)(introduction(session));
    for (const text of sourcesInWords(record)) say(report.quiet)(text);
    if (record.browser === 'none') say(report.quiet)(await ownBrowserText(recording));
    if (record.network.lan) say(report.quiet)(await phoneText(session));
    tellNotices(session, say(report.quiet));
    const script = await Promise.race([told, ended, ...(recording.script ? [recording.script] : [])]);
    await session.stop('The command ended.');
    const status = finish(session, report);
    if (script?.failure == null) return status;
    process.stderr.write(`twinlane: ${script.failure}\n`);
    return exitStatus.unusable;
  } finally {
    await session.close();
    session.desk.close();
  }
}

/** Keys of what is not running are left out. */
export function printReady(
  session: Session,
  { proxy, endpoint }: Recording,
  more: { app?: string; shop?: string } = {},
): void {
  const { certificate, file, lan } = session.desk.status.now();
  const all = { ready: true, proxy, endpoint, certificate, session: file, lan: lan?.page, ...more };
  const running = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined));
  process.stdout.write(`${JSON.stringify(running)}\n`);
}

/** Warnings that come while a person watches the terminal instead of the window. */
function tellNotices({ desk }: Session, tell: (text: string) => void): void {
  let told = 0;
  desk.onPush((name, data) => {
    if (name !== 'status.changed') return;
    const fresh = data.notices.slice(told).filter(({ level }) => level !== 'info');
    told = data.notices.length;
    for (const { text } of fresh) tell(text);
  });
}

function introduction(session: Session): string {
  const { mode, capture, endpointMode, upstreamProxy } = session.desk.status.now();
  const browser = capture.state === 'recording' && capture.browser !== null ? ` in ${capture.browser}` : '';
  const way = upstreamProxy === null ? '' : `Everything leaves through the proxy ${upstreamProxy}.`;
  const meta =
    mode === 'hold'
      ? 'Calls to Meta that come through here are answered here. A server that is not connected still sends its own.'
      : 'Calls to Meta go on to Meta.';
  return `Recording${browser}. ${[meta, endpointInWords(endpointMode), way, 'Ctrl-C ends.'].filter((part) => part !== '').join(' ')}`;
}

function finish(session: Session, report: ReportOptions): number {
  const book = session.desk.book();
  if (book === null) return exitStatus.done;
  const isAsked = report.format !== null || report.out !== null || report.failOn.length > 0;
  const status = isAsked ? printReport(book, report) : exitStatus.done;
  const { browserEvents, serverEvents } = session.desk.snapshot().summary;
  say(report.quiet)(
    `${plural(browserEvents, 'browser event')}, ${plural(serverEvents, 'server event')}, in ${book.path}`,
  );
  return status;
}
