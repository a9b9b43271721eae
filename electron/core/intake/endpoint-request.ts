/** Reads the body of a request to the test endpoint: whole, decompressed, and not without end. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { BodyCharset } from '../../../shared/model/fact.ts';
import { decodeBody, isUnsearchable, type UndecodedBody } from '../decode-body.ts';
import type { Backlog } from './endpoint-limits.ts';

/** `text` is empty where it would hide a token from being cut. */
export type WholeBody = { state: 'whole'; text: string; charset: BodyCharset; bytes: Buffer };

export type ReadBody =
  | WholeBody
  /** `busy`: too much is being worked on. `cut`: the sender went away. */
  | { state: UndecodedBody | 'busy' | 'cut' };

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
  const encoding = request.headers['content-encoding'] ?? null;
  const plain = await decodeBody(bytes, { encoding, maxOutputLength: bodyBytes });
  if (!Buffer.isBuffer(plain)) return { state: plain };
  if (plain !== bytes && !hold(plain.length)) return { state: 'busy' };
  const charset = isUtf8(plain) ? 'utf8' : 'latin1';
  return { state: 'whole', text: isUnsearchable(plain) ? '' : plain.toString(charset), charset, bytes };
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
