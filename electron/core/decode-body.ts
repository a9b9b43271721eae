/** Decompresses the body of an HTTP message, and not without end: a few kilobytes can be made to fill the machine. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';

type Limit = { maxOutputLength: number };

/** What is wrong with a body that cannot be decompressed. */
export type UndecodedBody = 'too-large' | 'unreadable' | 'unknown-encoding';

type Decoder = (bytes: Buffer, limit: Limit) => Promise<Buffer>;

const plain: Decoder = async (bytes) => bytes;
const gunzipped: Decoder = promisify<Buffer, Limit, Buffer>(zlib.gunzip);
const inflated: Decoder = promisify<Buffer, Limit, Buffer>(zlib.inflate);
const rawInflated: Decoder = promisify<Buffer, Limit, Buffer>(zlib.inflateRaw);

const decoders = new Map<string, Decoder>([
  ['identity', plain],
  ['', plain],
  ['gzip', gunzipped],
  ['x-gzip', gunzipped],
  // Some clients send deflate without zlib's header; its first byte tells.
  ['deflate', (bytes, limit) => ((bytes[0] ?? 0) % 16 === 8 ? inflated : rawInflated)(bytes, limit)],
  ['br', promisify<Buffer, Limit, Buffer>(zlib.brotliDecompress)],
]);
// Node 22.15 and newer
if ('zstdDecompress' in zlib) decoders.set('zstd', promisify<Buffer, Limit, Buffer>(zlib.zstdDecompress));

/** `encoding`: the value of Content-Encoding, null or empty where there is none. Never rejects. */
export async function decodeBody(
  bytes: Buffer,
  { encoding, maxOutputLength }: Limit & { encoding: string | null },
): Promise<Buffer | UndecodedBody> {
  const decode = decoders.get((encoding ?? '').trim().toLowerCase());
  if (decode === undefined) return 'unknown-encoding';
  try {
    return await decode(bytes, { maxOutputLength });
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too-large' : 'unreadable';
  }
}

/** True for gzip that nobody announced and for UTF-16: in these a token would not be found and cut. */
export function isUnsearchable([first, second, third, fourth]: Uint8Array): boolean {
  if (first === 0x1f && second === 0x8b) return true;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && third === 0) || (second === 0 && fourth === 0);
}
