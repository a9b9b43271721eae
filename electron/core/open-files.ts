/** Opens whatever a person hands over: session files, recordings of the browser, logs of the server, the sample. */
import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { CallOutput, OrderWishes } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { OrderSettings } from '../../shared/orders/read-order-table.ts';
import { isTableName } from '../../shared/orders/table-name.ts';
import { sampleSession } from '../demo/sample/sample-session.ts';
import { importBrowserFile, importBrowserRecording } from './capture/import-recording.ts';
import { type FileKind, recognizeBytes, recognizeFile } from './capture/recognize-file.ts';
import type { ReadFile, ReadWatch } from './file-reading.ts';
import { isGlob } from './intake/expand-glob.ts';
import { previewLogs } from './intake/preview-log.ts';
import { readLog, readLogFile } from './intake/read-log.ts';
import { readOrders, readOrdersFile } from './intake/read-orders.ts';
import { chunkBytes } from './intake/unpack.ts';
import { orderSettingsOf } from './order-wishes.ts';
import type { Session } from './session.ts';
import type { SessionBook } from './session-book.ts';
import type { OpenInput } from './source.ts';
import { newSessionPath } from './store/sessions-folder.ts';

type Content = { bytes: Buffer; name: string };
/** `wishes`: for the case that it is an export of orders. */
type Handed = Content & { wishes?: OrderWishes | undefined };
type How = { watch: ReadWatch; settings: OrderSettings };
type Reader = {
  file(path: string, openInput: OpenInput, how: How): Promise<void>;
  content(content: Content, openInput: OpenInput, how: How): Promise<void>;
};

const recording: Reader = {
  file: (path, openInput, { watch }) => importBrowserFile(path, openInput, watch),
  content: ({ bytes, name }, openInput, { watch }) => importBrowserRecording(bytes, name, openInput, watch),
};
const readers: Record<Exclude<FileKind, 'session'>, Reader> = {
  har: recording,
  'browser-ndjson': recording,
  orders: {
    file: readOrdersFile,
    content: readOrders,
  },
  log: {
    file: (path, openInput, { watch }) => readLogFile(path, openInput('log', basename(path), path), { watch }),
    content: ({ bytes, name }, openInput, { watch }) =>
      readLog(Readable.from(piecesOf(bytes)), openInput('log', name), { watch }),
  },
};

function fileAt(path: string): ReadFile {
  return { name: basename(path), totalBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0 };
}

/** As a file on disk is read, so that it can be watched and ended. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += chunkBytes) yield bytes.subarray(from, from + chunkBytes);
}

/** A table is read as orders whose columns somebody named; other logs stay logs, whatever was said of orders before. */
const toldBy = (name: string, wishes?: OrderWishes) => ({
  areOrdersNamed: wishes?.columns.number !== undefined && isTableName(name),
});

/** By path; what the file is, its content tells. Recordings and logs are added to the session on the desk. */
export async function openAny(session: Session, path: string, wishes?: OrderWishes): Promise<void> {
  const settings = orderSettingsOf(wishes);
  const kind = await recognizeFile(path, toldBy(path, wishes));
  if (kind === 'session') return session.openFile(path);
  await addTo(session.forFiles(), session, ({ openInput }) =>
    session.reading.run(fileAt(path), (watch) => readers[kind].file(path, openInput, { watch, settings })),
  );
}

/** What a file is and, where it is a log, what its beginning shows. Refused where it cannot be read. */
export async function previewAny(path: string): Promise<CallOutput<'source.preview'>> {
  const kind = isGlob(path) ? 'log' : await recognizeFile(path);
  return { kind, files: kind === 'log' ? await previewLogs(path) : [] };
}

/** By content, from a guest that has no path to give. A session file is kept in the sessions folder from then on. */
export async function openContent(session: Session, { name, bytes, wishes }: Handed): Promise<void> {
  const settings = orderSettingsOf(wishes);
  const kind = recognizeBytes(bytes, name, toldBy(name, wishes));
  if (kind === 'session') return session.openFile(await keep(session, bytes));
  await addTo(session.forFiles(), session, ({ openInput }) =>
    session.reading.run({ name: basename(name), totalBytes: bytes.length }, (watch) =>
      readers[kind].content({ bytes, name: basename(name) }, openInput, { watch, settings }),
    ),
  );
}

/** Keeps a session file in the sessions folder, for a window beside this one. Refused for any other kind of file. */
export async function storeSession(session: Session, { name, bytes }: Content): Promise<string> {
  if (recognizeBytes(bytes, name) === 'session') return keep(session, bytes);
  throw new Refusal('unreadable-file', `${name} is no session: only sessions open in another window.`);
}

async function keep({ sessionsFolder }: Session, bytes: Buffer): Promise<string> {
  const path = newSessionPath(sessionsFolder, { url: null, at: new Date() });
  await writeFile(path, bytes, { mode: 0o600 });
  return path;
}

export async function openSample(session: Session): Promise<void> {
  await session.close();
  const { browser, server } = sampleSession();
  await addTo(session.forFiles('The sample session: a visit with typical faults.'), session, async ({ openInput }) => {
    await importBrowserRecording(browser, 'sample visit', openInput);
    await readLog(Readable.from([Buffer.from(server)]), openInput('log', 'sample server log'));
  });
}

/** Tells the guests what the inputs hold once they are read, also where reading ended early. */
async function addTo(book: SessionBook, { desk }: Session, read: (book: SessionBook) => Promise<void>): Promise<void> {
  try {
    await read(book);
  } finally {
    desk.status.set({});
  }
}
