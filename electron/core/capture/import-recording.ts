/** Brings a recording of the browser's side into the session: a HAR, or NDJSON of browser calls. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import type { Fact } from '../../../shared/model/fact.ts';
import type { InputHandle, OpenInput } from '../source.ts';
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
export async function importBrowserFile(path: string, openInput: OpenInput): Promise<void> {
  if ((await checkFile(path)) > maxRecordingBytes) throw tooLarge(path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  const text = await recordingText(bytes, path);
  await importText(text, { shown: path, name: basename(path) }, openInput);
}

/** The same for content that is already in memory; bytes may be gzip, text is taken as it is. */
export async function importBrowserRecording(
  content: Uint8Array | string,
  name: string,
  openInput: OpenInput,
): Promise<void> {
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : await recordingText(content, name);
  await importText(text, { shown: name, name }, openInput);
}

/** `shown` stands in refusals, `name` in the list of inputs. */
type Names = { shown: string; name: string };

async function importText(text: string, { shown, name }: Names, openInput: OpenInput): Promise<void> {
  if (text.trim() === '') throw new Refusal('unreadable-file', `${shown} is empty`);
  if (recognizeText(text.slice(0, 1 << 20)) === 'browser-ndjson') {
    const handle = openInput('browser-ndjson', name);
    return store(handle, lineSteps(text, handle.input.id));
  }
  const har = parseHar(text, shown);
  const handle = openInput('har', name);
  return store(handle, readHarEntries(har, handle.input.id));
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

async function store({ sink, count }: InputHandle, steps: Iterable<RecordStep>): Promise<void> {
  let batch: Fact[] = [];
  for (const { facts, isUsable } of steps) {
    count(isUsable);
    batch.push(...facts);
    if (batch.length < batchSize) continue;
    await sink.add(batch);
    batch = [];
  }
  if (batch.length > 0) await sink.add(batch);
}
