/** The composition root: opens sessions, runs recordings, feeds every guest. All of the app but its window. */
import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { Refusal } from '../../shared/api/errors.ts';
import { engineVersion } from '../../shared/model/engine.ts';
import type { Identity } from '../../shared/model/identity.ts';
import type { WayCheck } from '../../shared/model/way-check.ts';
import { sweepProfiles } from './capture/sweep-profiles.ts';
import { createCheckMarks } from './check/check-marks.ts';
import { checkSources } from './check/check-sources.ts';
import type { Core, CoreOptions } from './core.ts';
import { createDesk, type Desk } from './desk.ts';
import { createFileReading, type FileReading } from './file-reading.ts';
import { createHandlers } from './handlers.ts';
import type { NetworkTools } from './network-tools.ts';
import { type Recording, startRecording } from './recording.ts';
import type { SessionBook } from './session-book.ts';
import type { RecordOptions } from './session-options.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { openSessionFile } from './store/session-file.ts';
import type { SessionFile } from './store/session-over.ts';
import { newSessionPath } from './store/sessions-folder.ts';

/** What the handlers and the command line do with sessions. */
export type Session = {
  desk: Desk;
  homeFolder: string;
  sessionsFolder: string;
  /** Resolves when everything runs. Refused while a recording runs. */
  record(options: RecordOptions): Promise<Recording>;
  stop(reason: string): Promise<void>;
  close(): Promise<void>;
  /** The session that opened recordings are added to: the one on the desk, or a new one that is not stored. */
  forFiles(what?: string): SessionBook;
  shelf: Shelf;
  openFile(path: string): Promise<void>;
  reading: FileReading;
  /** Called when a recording has ended, whoever ended it. */
  onEnded(listener: () => void): void;
  /** Refused while nothing is recorded. */
  tools(): NetworkTools;
  /** Refused where the host has no other windows. */
  openApart(path: string): Promise<string>;
  /** Those of the recording. Refused while nothing is recorded. */
  polls(): Recording['polls'];
  /** Tries every way in of the recording. Refused while nothing is recorded. */
  checkSources(): Promise<WayCheck[]>;
};

/** `identity`: the tester's known values, from a command line; memory only. */
type SessionOptions = CoreOptions & { identity?: Identity; onScriptOutput?: (text: string) => void };

export function createSession({ homeFolder, ownPorts = () => [], identity, ...options }: SessionOptions): Session {
  const { openApart = refuseApart } = options;
  const onScriptOutput = options.onScriptOutput ?? (() => undefined);
  const desk = createDesk(identity);
  const { status } = desk;
  const sessionsFolder = join(homeFolder, 'sessions');
  const shelf = createShelf({ folder: sessionsFolder, desk });
  const reading = createFileReading(status);
  const marks = createCheckMarks();
  const endListeners: (() => void)[] = [];
  let recording: Recording | null = null;

  async function record(options: RecordOptions): Promise<Recording> {
    refuseWhileBusy(recording !== null || status.now().capture.state === 'starting');
    await close();
    const { mode, endpointMode } = options;
    status.set({ mode, endpointMode, capture: { state: 'starting', what: 'Starting proxy and browser' } });
    try {
      await sweepProfiles();
      const book = desk.open(createFile(options, sessionsFolder));
      const onBrowserExit = () => void stop('The browser was closed.');
      recording = await startRecording(options, {
        homeFolder,
        marks,
        book,
        status,
        ownPorts,
        onBrowserExit,
        onScriptOutput,
      });
    } catch (error) {
      discard(desk);
      status.capture(failure(error));
      throw error;
    }
    const { url, browser } = recording;
    status.capture({ state: 'recording', url, browser, since: Date.now() });
    return recording;
  }

  async function stop(reason: string): Promise<void> {
    const ending = recording;
    if (ending === null) return;
    recording = null;
    await ending.close();
    const gone = { proxy: null, endpoint: null, certificate: null, demoShop: null, ...closedNetwork };
    status.set({ ...gone, capture: { state: 'stopped', reason } });
    for (const listener of endListeners) listener();
  }

  async function close(): Promise<void> {
    reading.stop();
    await stop('The session was closed.');
    desk.clear();
  }

  async function openFile(path: string): Promise<void> {
    await close();
    await putOnDesk(openSessionFile(path, { mode: 'open' }), { desk, reading });
  }

  function forFiles(what = 'Recordings opened from files.'): SessionBook {
    const book = desk.book() ?? desk.open(null);
    if (recording === null) status.capture({ state: 'stopped', reason: what });
    return book;
  }

  const check = () => checkSources({ status: status.now(), book: desk.book(), marks });
  const onEnded = (listener: () => void) => void endListeners.push(listener);
  const tools = () => running(recording).tools;
  const polls = () => running(recording).polls;
  const parts = { desk, homeFolder, sessionsFolder, shelf, reading, openApart };
  return { ...parts, record, stop, close, forFiles, openFile, onEnded, tools, polls, checkSources: check };
}

/** Resolves when all of it is in; its first rows stand before. */
function putOnDesk(file: SessionFile, { desk, reading }: Pick<Session, 'desk' | 'reading'>): Promise<void> {
  return reading.run({ name: basename(file.path), totalBytes: statSync(file.path).size }, (watch) => {
    const book = desk.open(file, watch);
    desk.status.capture({ state: 'stopped', reason: 'Session opened from its file.' });
    return book.replayed;
  });
}

const closedNetwork = { trustedHosts: [], upstreamProxy: null, lan: null };

async function refuseApart(): Promise<never> {
  throw new Refusal('bad-input', 'Another window cannot be opened from here. Start Twinlane once more for it.');
}

function running(recording: Recording | null): Recording {
  if (recording === null) throw new Refusal('not-found', 'Nothing is recorded. Start a recording first.');
  return recording;
}

function refuseWhileBusy(isBusy: boolean): void {
  if (isBusy) throw new Refusal('busy', 'A recording is running. Stop it before you start another.');
}

function createFile({ file, url }: RecordOptions, sessionsFolder: string): SessionFile {
  const path = file ?? newSessionPath(sessionsFolder, { url, at: new Date() });
  return openSessionFile(path, { mode: 'create', madeBy: { app: packageJson.version, engine: engineVersion } });
}

/** A recording that never began leaves no empty file behind. */
function discard(desk: Desk): void {
  const book = desk.book();
  const isEmpty = book?.pipeline.events().length === 0;
  desk.clear();
  if (book?.path != null && isEmpty) rmSync(book.path, { force: true });
}

function failure(error: unknown) {
  const reason = error instanceof Refusal ? error.message : 'Recording could not be started.';
  const advice = 'Nothing was recorded, and nothing of your own browser was changed.';
  return { state: 'failed', reason, advice } as const;
}

/** The core as its hosts take it. */
export async function createCore(options: CoreOptions): Promise<Core> {
  return coreOver(createSession(options));
}

export function coreOver(session: Session): Core {
  return {
    handlers: createHandlers(session),
    onPush: session.desk.onPush,
    sessionPath: () => session.desk.book()?.path ?? null,
    close: async () => {
      await session.close();
      session.desk.close();
    },
  };
}
