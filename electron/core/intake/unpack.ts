/** Unpacks gzip and Zstandard while it streams, and stops at what was made to fill the machine. */
import zlib, { type Gunzip, type ZstdDecompress } from 'node:zlib';

export type Packing = 'plain' | 'gzip' | 'zstd' | 'zip' | 'other';

/** V8 makes strings beyond some 100 KB in a space of their own, which takes more than ten times as long. */
export const chunkBytes = 64 * 1024;

/** Logs shrink tenfold, repetitive ones fiftyfold; what grows beyond this from next to nothing is no log. */
const mostGrowth = 400;
const growthFreeBytes = 64 * 2 ** 20;

const packings: readonly (readonly [Packing, number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  // bzip2, xz, 7z
  ['other', [0x42, 0x5a, 0x68]],
  ['other', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** By its first bytes, whatever the file's name says. */
export function packingOf(head: Buffer): Packing {
  return packings.find(([, magic]) => magic.every((byte, index) => head[index] === byte))?.[0] ?? 'plain';
}

/** Why packed bytes cannot be read to their end, in words for people. */
export class UnpackFailure extends Error {}

/** What comes out of packed bytes. Throws an UnpackFailure where they are cut, damaged or a bomb. */
export async function* unpack(packing: 'gzip' | 'zstd', packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const sizes = { packed: 0 };
  const counted = count(packed, sizes);
  const plain = packing === 'gzip' ? gunzip(counted) : unzstd(counted);
  try {
    yield* refuseBomb(plain, () => sizes.packed);
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw new UnpackFailure('The compressed log is cut or damaged from here on.', { cause });
  }
}

/** Ends with an UnpackFailure where far more comes out than went in. */
export async function* refuseBomb(plain: AsyncIterable<Buffer>, packedBytes: () => number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of plain) {
    bytes += chunk.length;
    if (bytes > growthFreeBytes && bytes > packedBytes() * mostGrowth) {
      throw new UnpackFailure(
        `It unpacks to more than ${mostGrowth} times its size, as no log does: reading stopped here.`,
      );
    }
    yield chunk;
  }
}

async function* count(bytes: AsyncIterable<Buffer>, sizes: { packed: number }): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    sizes.packed += chunk.length;
    yield chunk;
  }
}

async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = zlib.createGunzip({ chunkSize: chunkBytes });
  const feeding = feed(decoder, packed);
  // A source that fails ends the decoder, whose error comes out of the iteration.
  feeding.catch((error) => decoder.destroy(error));
  yield* decoder as AsyncIterable<Buffer>;
  await feeding;
}

async function feed(decoder: Gunzip, packed: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of packed) await written(decoder, chunk);
  decoder.end();
}

/** Node's decoder ends with the first frame (nodejs/node#64741); what was packed in parts has many. */
async function* unzstd(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (!('createZstdDecompress' in zlib)) throw new UnpackFailure('Reading Zstandard needs Node 22.15 or newer.');
  const chunks = packed[Symbol.asyncIterator]();
  const first = await chunks.next();
  let rest: Buffer | null = first.done ? null : first.value;
  while (rest !== null) {
    const decoder = zlib.createZstdDecompress({ chunkSize: chunkBytes });
    const feeding = feedFrame(decoder, rest, chunks);
    feeding.catch((error) => decoder.destroy(error));
    yield* decoder as AsyncIterable<Buffer>;
    rest = await feeding;
  }
}

/** Returns what follows the frame's end in the chunk that held it; null where nothing is left. */
async function feedFrame(
  decoder: ZstdDecompress,
  first: Buffer,
  chunks: AsyncIterator<Buffer>,
): Promise<Buffer | null> {
  let fedBytes = 0;
  for (let chunk: Buffer | null = first; chunk !== null; ) {
    fedBytes += chunk.length;
    await written(decoder, chunk);
    const left = fedBytes - decoder.bytesWritten;
    if (left > 0) return chunk.subarray(chunk.length - left);
    const next: IteratorResult<Buffer> = await chunks.next();
    chunk = next.done ? null : next.value;
  }
  decoder.end();
  return null;
}

function written(decoder: NodeJS.WritableStream, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    decoder.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_|ERR_TRAILING_JUNK)/.test(String(error.code));
}
