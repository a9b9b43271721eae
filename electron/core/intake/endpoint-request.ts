/** Reads the body of a request to the test endpoint: whole, decompressed, and not without end. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { BodyCharset } from '../../../shared/model/fact.ts';
import type { Backlog } from './endpoint-limits.ts';

export type WholeBody = { state: 'whole'; text: string; charset: BodyCharset; bytes: Buffer };

export type ReadBody =
  | WholeBody
  /** `busy`: too much is being worked on. `cut`: the sender went away. */
  | { state: 'too-large' | 'busy' | 'cut' | 'unreadable' | 'unknown-encoding' };

/** How much of the backlog the body takes until `release`. */
export type HeldBody = { body: ReadBody; release(): void };

type Limits = { bodyBytes: number; backlog: Backlog };

/** Never rejects: what went wrong is in `state`. */
export async function readBody(request: IncomingMessage, { bodyBytes, backlog }: Limits): Promise<HeldBody> {
  let held = 0;
  const hold = (bytes: number): boolean => {
    const isFree = backlog.hold(bytes);
    if (isFree) held += bytes;
    return isFree;
  };
  const body = await read(request, { bodyBytes, hold });
  return { body, release: () => backlog.release(held) };
}

type Reading = { bodyBytes: number; hold(bytes: number): boolean };

async function read(request: IncomingMessage, { bodyBytes, hold }: Reading): Promise<ReadBody> {
  const collected = await collect(request, { bodyBytes, hold });
  if (!Buffer.isBuffer(collected)) return { state: collected };
  const bytes = collected;
  const encoding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const plain = await decompress(bytes, { encoding, maxOutputLength: bodyBytes });
  if ('state' in plain) return plain;
  if (plain.bytes !== bytes && !hold(plain.bytes.length)) return { state: 'busy' };
  const charset = isUtf8(plain.bytes) ? 'utf8' : 'latin1';
  return { state: 'whole', text: plain.bytes.toString(charset), charset, bytes };
}

/** A client that is cut off in the middle of its body never reads the answer: so much is read on and let go. */
const discardTimes = 4;

/** The bytes, or why there are none. Does not use the stream's iterator: leaving that early ends the connection. */
function collect(
  request: IncomingMessage,
  { bodyBytes, hold }: Reading,
): Promise<Buffer | 'too-large' | 'busy' | 'cut'> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > bodyBytes * discardTimes) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let refused: 'too-large' | 'busy' | null = null;
    const refuse = (bytes: number) => {
      if (length > bodyBytes) return 'too-large';
      return hold(bytes) ? null : 'busy';
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      refused ??= refuse(chunk.length);
      if (refused === null) chunks.push(chunk);
      else chunks.length = 0;
      if (length > bodyBytes * discardTimes) resolve(refused ?? 'too-large');
    });
    request.once('end', () => resolve(refused ?? Buffer.concat(chunks)));
    request.once('error', () => resolve('cut'));
    request.once('close', () => resolve('cut'));
  });
}

type Decoder = (bytes: Buffer, limit: { maxOutputLength: number }) => Promise<Buffer>;

const gunzipped: Decoder = promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip);
const inflated: Decoder = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate);
const rawInflated: Decoder = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);
const decoders = new Map<string, Decoder>([
  ['identity', async (bytes) => bytes],
  ['', async (bytes) => bytes],
  ['gzip', gunzipped],
  ['x-gzip', gunzipped],
  // Some clients send deflate without zlib's header; its first byte tells.
  ['deflate', (bytes, limit) => ((bytes[0] ?? 0) % 16 === 8 ? inflated : rawInflated)(bytes, limit)],
  ['br', promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress)],
]);

type Compression = { encoding: string; maxOutputLength: number };

async function decompress(
  bytes: Buffer,
  { encoding, maxOutputLength }: Compression,
): Promise<{ bytes: Buffer } | Exclude<ReadBody, WholeBody>> {
  const decode = decoders.get(encoding);
  if (decode === undefined) return { state: 'unknown-encoding' };
  try {
    return { bytes: await decode(bytes, { maxOutputLength }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { state: isTooLarge ? 'too-large' : 'unreadable' };
  }
}
