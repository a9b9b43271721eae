/** Brings a recording of the browser's side into the session: a HAR, or NDJSON of browser calls. */
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import { type ReadWatch, stoppedReason, unwatched } from '../file-reading.ts';
import type { InputHandle, OpenInput } from '../source.ts';
import { inSlices } from '../yielding.ts';
import { type Keeper, type ReadingEnd, readInWorker } from './read-in-worker.ts';
import { type RecordingContent, type RecordingKind, readBytes, readRecording } from './read-recording.ts';
import { checkFile } from './recognize-file.ts';
import { isGzip, maxRecordingBytes, tooLarge } from './recording-text.ts';

/** Read here in less time than a worker takes to start. */
const smallBytes = 1024 * 1024;

/**
 * Reads a file that the user named as a recording. Resolves when all its facts are stored. Refuses with
 * `unreadable-file` and one line that says why; then no input was opened.
 */
export async function importBrowserFile(path: string, openInput: OpenInput, watch = unwatched): Promise<void> {
  const size = await checkFile(path);
  if (size > maxRecordingBytes) throw tooLarge(path);
  const content = size > smallBytes ? { path } : { bytes: await readBytes(path) };
  await importContent(content, { shown: path, name: basename(path), watch, openInput });
}

/** The same for content that is already in memory; bytes may be gzip, and are not the caller's any more. */
export async function importBrowserRecording(
  content: Uint8Array | string,
  name: string,
  openInput: OpenInput,
  watch = unwatched,
): Promise<void> {
  const given = typeof content === 'string' ? { text: content } : { bytes: content };
  await importContent(given, { shown: name, name, watch, openInput });
}

/** `shown` stands in refusals, `name` in the list of inputs. */
type Importing = { shown: string; name: string; watch: ReadWatch; openInput: OpenInput };

async function importContent(content: RecordingContent, importing: Importing): Promise<void> {
  const { shown, watch } = importing;
  const keeper = createKeeper(importing);
  const end = isSmall(content)
    ? await readHere(content, keeper, importing)
    : await readInWorker({ content, shown }, keeper, watch);
  if (end === 'whole') return;
  const isDead = end !== 'stopped';
  if (isDead && !keeper.isOpen()) throw new Refusal('unreadable-file', `${shown} could not be read: ${whyDead[end]}`);
  await keeper.breakOff(isDead ? `Reading ended here: ${whyDead[end]}` : stoppedReason);
}

const whyDead = {
  'out of memory': 'it needs more memory than there is. Record fewer pages, or filter before saving.',
  broken: 'the part of Twinlane that reads recordings has failed.',
};

/** Gzip is not: it may hold a thousand times its own size. */
function isSmall(content: RecordingContent): boolean {
  if ('path' in content) return false;
  if ('text' in content) return content.text.length <= smallBytes;
  return content.bytes.length <= smallBytes && !isGzip(content.bytes);
}

async function readHere(content: RecordingContent, keeper: Keeper, { shown, watch }: Importing): Promise<ReadingEnd> {
  const { kind, batches } = await readRecording(content, shown);
  const isWhole = await inSlices(batches(keeper.open(kind)), watch, keeper.keep);
  return isWhole ? 'whole' : 'stopped';
}

/** Stores into an input that is opened once it is known that there is something to read. */
function createKeeper({ name, watch, openInput }: Importing) {
  let handle: InputHandle | null = null;
  const open = (kind: RecordingKind) => {
    handle = openInput(kind, name);
    return handle;
  };
  /** What ends before it is known to be NDJSON is a HAR, which takes that long. */
  const opened = () => handle ?? open('har');
  return {
    isOpen: () => handle !== null,
    open: (kind: RecordingKind) => open(kind).input.id,
    async keep({ facts, usable, skipped, bytes }) {
      const { sink, count } = opened();
      for (let record = 0; record < usable; record += 1) count(true);
      for (let record = 0; record < skipped; record += 1) count(false);
      watch.onBytes(bytes);
      if (facts.length > 0) await sink.add(facts);
    },
    async breakOff(reason: string) {
      const { input, sink, count } = opened();
      const place = `record ${input.records}`;
      count(false);
      await sink.add([{ kind: 'problem', input: input.id, place, reason }]);
    },
  } satisfies Keeper & Record<string, unknown>;
}
