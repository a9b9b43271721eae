/** Brings a recording of the browser's side into the session: a HAR, or NDJSON of browser calls. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import type { Fact } from '../../../shared/model/fact.ts';
import { type ReadWatch, stoppedReason, unwatched } from '../file-reading.ts';
import type { InputHandle, OpenInput } from '../source.ts';
import { inSlices } from '../yielding.ts';
import { readBrowserCallLine } from './browser-ndjson.ts';
import { parseHar, readHarEntries } from './har.ts';
import { checkFile, recognizeText, unreadable } from './recognize-file.ts';
import type { RecordStep } from './recorded-call.ts';
import { maxRecordingBytes, recordingText, tooLarge } from './recording-text.ts';

/** Facts that are stored together: large enough for few transactions, small enough for little memory. */
const batchSize = 256;

/**
 * Reads a file that the user named as a recording. Resolves when all its facts are stored. Refuses with
 * `unreadable-file` and one line that says why; then no input was opened.
 */
export async function importBrowserFile(path: string, openInput: OpenInput, watch = unwatched): Promise<void> {
  if ((await checkFile(path)) > maxRecordingBytes) throw tooLarge(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const text = await recordingText(bytes, path);
  await importText(text, { shown: path, name: basename(path), bytes: bytes.length, watch }, openInput);
}

/** The same for content that is already in memory; bytes may be gzip, text is taken as it is. */
export async function importBrowserRecording(
  content: Uint8Array | string,
  name: string,
  openInput: OpenInput,
  watch = unwatched,
): Promise<void> {
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : await recordingText(content, name);
  await importText(text, { shown: name, name, bytes: content.length, watch }, openInput);
}

/** `shown` stands in refusals, `name` in the list of inputs. `bytes`: of the file as it is, for telling how far it is. */
type Importing = { shown: string; name: string; bytes: number; watch: ReadWatch };

async function importText(text: string, importing: Importing, openInput: OpenInput): Promise<void> {
  const { shown, name, bytes } = importing;
  if (text.trim() === '') throw new Refusal('unreadable-file', `${shown} is empty`);
  if (recognizeText(text.slice(0, 1 << 20)) === 'browser-ndjson') {
    const handle = openInput('browser-ndjson', name);
    return store(handle, lineSteps(text, handle.input.id), { ...importing, bytesAStep: bytes / lineCount(text) });
  }
  const har = parseHar(text, shown);
  const handle = openInput('har', name);
  const bytesAStep = bytes / Math.max(1, har.entries.length);
  return store(handle, readHarEntries(har, handle.input.id), { ...importing, bytesAStep });
}

/** Lines are numbered as an editor does; blank ones are no records. */
function* lineSteps(text: string, input: number): Generator<RecordStep> {
  let number = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    number++;
    if (line.trim() !== '') yield readBrowserCallLine(line, `line ${number}`, input);
    if (end < 0) return;
    from = end + 1;
  }
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

type Stepping = { watch: ReadWatch; bytesAStep: number };

async function store(
  { input, sink, count }: InputHandle,
  steps: Iterable<RecordStep>,
  stepping: Stepping,
): Promise<void> {
  const { watch, bytesAStep } = stepping;
  let batch: Fact[] = [];
  const isWhole = await inSlices(steps, watch, ({ facts, isUsable }) => {
    count(isUsable);
    batch.push(...facts);
    watch.onBytes(bytesAStep);
    if (batch.length < batchSize) return;
    const full = batch;
    batch = [];
    return sink.add(full);
  });
  if (!isWhole) {
    const place = `record ${input.records}`;
    batch.push({ kind: 'problem', input: input.id, place, reason: stoppedReason });
    count(false);
  }
  if (batch.length > 0) await sink.add(batch);
}
