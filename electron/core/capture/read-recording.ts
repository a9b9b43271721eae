/** Reads a recording of the browser's side, a HAR or NDJSON of browser calls, into batches of facts. */
import { readFile } from 'node:fs/promises';
import { Refusal } from '../../../shared/api/errors.ts';
import type { Fact, InputId } from '../../../shared/model/fact.ts';
import { readBrowserCallLine } from './browser-ndjson.ts';
import { parseHar, readHarEntries } from './har.ts';
import { recognizeText, unreadable } from './recognize-file.ts';
import type { RecordStep } from './recorded-call.ts';
import { recordingText } from './recording-text.ts';

/** Bytes may be gzip, text is taken as it is. */
export type RecordingContent = { path: string } | { bytes: Uint8Array } | { text: string };

export type RecordingKind = 'har' | 'browser-ndjson';

export type Recording = { kind: RecordingKind; batches(input: InputId): Iterable<RecordBatch> };

/** What some records gave. `bytes`: their share of the file as it is, which may be packed. */
export type RecordBatch = { facts: Fact[]; usable: number; skipped: number; bytes: number };

/** Facts that are stored together: large enough for few transactions, small enough for little memory. */
const batchFacts = 256;
/** Most records are not Meta's and give no fact; they count for telling how far it is. */
const batchRecords = 1000;

/** Refuses with `unreadable-file` and one line, in which `shown` names the content. */
export async function readRecording(content: RecordingContent, shown: string): Promise<Recording> {
  if ('text' in content) return readText(content.text.replace(/^\ufeff/, ''), content.text.length, shown);
  const bytes = 'path' in content ? await readBytes(content.path) : content.bytes;
  return readText(await recordingText(bytes, shown), bytes.length, shown);
}

export function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
}

function readText(text: string, bytes: number, shown: string): Recording {
  if (text.trim() === '') throw new Refusal('unreadable-file', `${shown} is empty`);
  if (recognizeText(text.slice(0, 1 << 20)) === 'browser-ndjson') {
    const bytesALine = bytes / lineCount(text);
    return { kind: 'browser-ndjson', batches: (input) => batchesOf(lineSteps(text, input), bytesALine) };
  }
  const har = parseHar(text, shown);
  const bytesAnEntry = bytes / Math.max(1, har.entries.length);
  return { kind: 'har', batches: (input) => batchesOf(readHarEntries(har, input), bytesAnEntry) };
}

function* batchesOf(steps: Iterable<RecordStep>, bytesAStep: number): Generator<RecordBatch> {
  let batch = emptyBatch();
  for (const { facts, isUsable } of steps) {
    batch.facts.push(...facts);
    batch[isUsable ? 'usable' : 'skipped'] += 1;
    batch.bytes += bytesAStep;
    if (batch.facts.length < batchFacts && batch.usable + batch.skipped < batchRecords) continue;
    yield batch;
    batch = emptyBatch();
  }
  yield batch;
}

const emptyBatch = (): RecordBatch => ({ facts: [], usable: 0, skipped: 0, bytes: 0 });

/** Lines are numbered as an editor does; blank ones are no records. */
function* lineSteps(text: string, input: InputId): Generator<RecordStep> {
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
