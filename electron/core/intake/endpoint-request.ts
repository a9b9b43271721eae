/** Reads the body of a request to the test endpoint: whole, decompressed, and not without end. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { BodyCharset } from '../../../shared/model/fact.ts';

export type ReadBody =
  | { state: 'whole'; text: string; charset: BodyCharset }
  | { state: 'too-large' }
  /** The sender went away. */
  | { state: 'cut' }
  | { state: 'unreadable' };

const maxBytes = 32 * 2 ** 20;

/** Never rejects: what went wrong is in `state`. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return { state: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { state: 'cut' };
  }
  return decompress(Buffer.concat(chunks), request.headers['content-encoding'] ?? 'identity');
}

const decoders: Record<string, (bytes: Buffer) => Promise<Buffer>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: maxBytes }),
  'x-gzip': (bytes) => promisify(gunzip)(bytes, { maxOutputLength: maxBytes }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: maxBytes }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: maxBytes }),
};

async function decompress(bytes: Buffer, encoding: string): Promise<ReadBody> {
  const decode = decoders[encoding.trim().toLowerCase()];
  if (!decode) return { state: 'unreadable' };
  try {
    const plain = await decode(bytes);
    const charset = isUtf8(plain) ? 'utf8' : 'latin1';
    return { state: 'whole', text: plain.toString(charset), charset };
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { state: isTooLarge ? 'too-large' : 'unreadable' };
  }
}
