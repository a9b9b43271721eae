/** Reads a whole log, from a file or a stream, compressed or not, in bounded memory. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../../shared/api/errors.ts';
import type { InputHandle } from '../source.ts';
import { createLogIntake, type LogIntake, recordKeys } from './log-intake.ts';

/** V8 makes strings beyond some 100 KB in a space of their own, which takes more than ten times as long. */
const chunkBytes = 64 * 1024;
/** So many facts are stored at once; one transaction each. */
const batchFacts = 500;

/** Throws a Refusal where there is no such file, it cannot be read, or it is not a text. */
export async function readLogFile(path: string, handle: InputHandle): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) throw new Refusal('unreadable-file', `${path} is a directory, not a log.`);
    await readLog(createReadStream(path, { highWaterMark: chunkBytes }), handle);
  } catch (error) {
    throw readableError(error, path);
  }
}

/**
 * Resolves when the stream has ended and all of it is stored. Rejects with a Refusal where it is not a text, and with
 * the sink's error where facts cannot be stored.
 */
export async function readLog(stream: AsyncIterable<Buffer | string>, handle: InputHandle): Promise<void> {
  const intake = createLogIntake({ handle, nextKey: recordKeys(handle) });
  const bytes = asBuffers(stream)[Symbol.asyncIterator]();
  const head = await firstBytes(bytes);
  const rest = { [Symbol.asyncIterator]: () => bytes };
  if (head[0] === 0x1f && head[1] === 0x8b) await readCompressed(head, rest, intake);
  else {
    refuseBinary(head, handle);
    await take(intake, head);
    for await (const chunk of rest) await take(intake, chunk);
  }
  intake.end();
  await intake.store();
}

async function take(intake: LogIntake, chunk: Buffer): Promise<void> {
  intake.push(chunk);
  if (intake.waiting() >= batchFacts) await intake.store();
}

/** What was readable of a cut file is kept. */
async function readCompressed(head: Buffer, rest: AsyncIterable<Buffer>, intake: LogIntake): Promise<void> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const all = async function* () {
    yield head;
    yield* rest;
  };
  // The error comes out of the iteration below.
  pipeline(all, gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) await take(intake, chunk as Buffer);
  } catch (error) {
    if (!isZlibError(error)) throw error;
    intake.problem('The compressed log is cut or damaged from here on.');
  }
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
    throw new Refusal('unreadable-file', `${handle.input.name} is not a log: it holds binary data, not text.`);
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
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
