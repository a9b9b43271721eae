/** Reads a whole log, from a file or a stream, compressed or not, in bounded memory. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import { type ReadWatch, stoppedReason } from '../file-reading.ts';
import type { InputHandle } from '../source.ts';
import { createLogIntake, type IntakeOptions, type LogIntake, recordKeys } from './log-intake.ts';
import { zipFileMembers, zipStreamMembers } from './read-zip.ts';
import { chunkBytes, packingOf, UnpackFailure, unpack } from './unpack.ts';

/** So many facts are stored at once; one transaction each. */
const batchFacts = 500;

/** Only the beginning of a log, or of each in an archive. */
export type ReadLimits = Pick<IntakeOptions, 'maxLines' | 'onShapes'> & { watch?: ReadWatch };

/** Throws a Refusal where there is no such file, it cannot be read, or it is not a text. */
export async function readLogFile(path: string, handle: InputHandle, limits: ReadLimits = {}): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) throw new Refusal('unreadable-file', `${path} is a directory, not a log.`);
    const stream = createReadStream(path, { highWaterMark: chunkBytes });
    await readBytes(counted(stream, limits.watch), {
      ...limits,
      handle,
      nextKey: recordKeys(handle),
      placePrefix: '',
      path,
    });
  } catch (error) {
    throw readableError(error, path);
  }
}

/**
 * Resolves when the stream has ended and all of it is stored. Rejects with a Refusal where it is not a text, and with
 * the sink's error where facts cannot be stored.
 */
export async function readLog(
  stream: AsyncIterable<Buffer | string>,
  handle: InputHandle,
  { watch }: Pick<ReadLimits, 'watch'> = {},
): Promise<void> {
  const watched = watch === undefined ? {} : { watch };
  await readBytes(counted(stream, watch), {
    ...watched,
    handle,
    nextKey: recordKeys(handle),
    placePrefix: '',
    path: null,
  });
}

async function* counted<C extends Buffer | string>(stream: AsyncIterable<C>, watch?: ReadWatch): AsyncGenerator<C> {
  for await (const chunk of stream) {
    yield chunk;
    watch?.onBytes(chunk.length);
  }
}

type Reading = IntakeOptions & {
  watch?: ReadWatch;
  placePrefix: string;
  /** Null where the bytes are not those of a file; a ZIP archive is read from its file where there is one. */
  path: string | null;
};

async function readBytes(stream: AsyncIterable<Buffer | string>, reading: Reading): Promise<void> {
  const bytes = asBuffers(stream)[Symbol.asyncIterator]();
  const head = await firstBytes(bytes);
  const all = startingWith(head, bytes);
  const packing = packingOf(head);
  switch (packing) {
    case 'zip':
      return readMembers(all, reading);
    case 'other':
      throw new Refusal(
        'unreadable-file',
        `${reading.handle.input.name} is packed in a way that cannot be read: unpack it, or pack it with gzip, zstd or zip.`,
      );
    case 'plain':
      refuseBinary(head, reading.handle);
      return readText(all, reading);
    default:
      return readText(unpack(packing, all), reading);
  }
}

/** What was readable of packed bytes is kept. */
async function readText(bytes: AsyncIterable<Buffer>, reading: Reading): Promise<void> {
  const intake = createLogIntake(reading);
  try {
    for await (const chunk of bytes) {
      await take(intake, chunk);
      if (intake.isDone()) break;
      if (reading.watch?.isStopped()) {
        intake.problem(stoppedReason);
        return intake.store();
      }
    }
  } catch (error) {
    if (!(error instanceof UnpackFailure)) throw error;
    intake.problem(error.message);
  }
  intake.end();
  await intake.store();
}

/** Each member is a log of its own; one that is none does not keep the others from being read. */
async function readMembers(bytes: AsyncIterable<Buffer>, reading: Reading): Promise<void> {
  const { handle, path, placePrefix } = reading;
  if (placePrefix !== '') return tellProblem(reading, 'It is an archive in an archive; unpack it first.');
  const members = path === null ? zipStreamMembers(handle.input.name, bytes) : zipFileMembers(path);
  for await (const member of members) {
    if (reading.watch?.isStopped()) return;
    const inner = { ...reading, placePrefix: `${member.name} `, path: null };
    try {
      await readBytes(member.bytes, inner);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof UnpackFailure)) throw error;
      await tellProblem(inner, error instanceof Refusal ? 'It is not a log, and was passed over.' : error.message);
    }
  }
}

async function tellProblem(reading: IntakeOptions, reason: string): Promise<void> {
  const intake = createLogIntake(reading);
  intake.problem(reason);
  await intake.store();
}

async function take(intake: LogIntake, chunk: Buffer): Promise<void> {
  intake.push(chunk);
  if (intake.waiting() >= batchFacts) await intake.store();
}

async function* startingWith(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* asBuffers(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** Enough to tell what it is: a pipe may hand out single bytes. */
async function firstBytes(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const head: Buffer[] = [];
  for (let length = 0; length < 512; ) {
    const { value, done } = await chunks.next();
    if (done) break;
    head.push(value);
    length += value.length;
  }
  return Buffer.concat(head);
}

/** A log in UTF-16 begins with a BOM; other text has no NUL and hardly any other control characters. */
function refuseBinary(head: Buffer, handle: InputHandle): void {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return;
  const sample = head.subarray(0, 4096);
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  if (sample.includes(0) || controls > sample.length / 20) {
    const { name } = handle.input;
    const what = name.endsWith('.twinlane')
      ? 'is no Twinlane session: it is damaged, or another program wrote it'
      : 'is not a log: it holds binary data, not text';
    throw new Refusal('unreadable-file', `${name} ${what}.`);
  }
}

function readableError(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Record<string, string> = {
    ENOENT: `There is no file ${path}.`,
    EACCES: `${basename(path)} cannot be read: access is denied.`,
    EPERM: `${basename(path)} cannot be read: access is denied.`,
    EISDIR: `${path} is a directory, not a log.`,
  };
  const reason = error instanceof Refusal ? undefined : reasons[code];
  return reason === undefined ? error : new Refusal('unreadable-file', reason, { cause: error });
}
