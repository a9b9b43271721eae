/** Reads the members of a ZIP archive, oldest log first, each as a stream. */
import { basename } from 'node:path';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../../../shared/api/errors.ts';
import { byAge } from './rotation.ts';
import { refuseBomb, UnpackFailure } from './unpack.ts';

export type ZipMember = { name: string; bytes: AsyncIterable<Buffer> };

const maxMembers = 10_000;
/** An archive that comes as a stream is held whole: its directory stands at its end. */
const maxStreamedBytes = 512 * 2 ** 20;

/** Throws a Refusal where it is no archive that can be read. Members that cannot be read throw an UnpackFailure. */
export async function* zipFileMembers(path: string): AsyncGenerator<ZipMember> {
  yield* membersOf(basename(path), () => openPromise(path, { autoClose: false }));
}

export async function* zipStreamMembers(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<ZipMember> {
  const whole = await collect(name, bytes);
  yield* membersOf(name, () => fromBufferPromise(whole, { autoClose: false }));
}

async function* membersOf(name: string, open: () => Promise<ZipFile>): AsyncGenerator<ZipMember> {
  const zip = await open().catch((cause) => {
    throw new Refusal('unreadable-file', `${name} is a ZIP archive that is cut or damaged.`, { cause });
  });
  try {
    for (const entry of await entriesOf(name, zip)) {
      yield { name: plainName(entry.fileName), bytes: contentOf(zip, entry) };
    }
  } finally {
    zip.close();
  }
}

async function entriesOf(name: string, zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > maxMembers) {
    throw new Refusal('unreadable-file', `${name} holds more than ${maxMembers} files; unpack what you need of it.`);
  }
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  } catch (cause) {
    throw new Refusal('unreadable-file', `${name} is a ZIP archive that is cut or damaged.`, { cause });
  }
  return entries.sort((a, b) => byAge(a.fileName, b.fileName));
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new UnpackFailure('It is locked with a password; unpack it first.');
  try {
    yield* refuseBomb(await zip.openReadStreamPromise(entry), () => entry.compressedSize);
  } catch (cause) {
    if (cause instanceof UnpackFailure) throw cause;
    throw new UnpackFailure('The compressed log is cut or damaged from here on.', { cause });
  }
}

async function collect(name: string, bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > maxStreamedBytes) {
      throw new Refusal('unreadable-file', `${name} is a ZIP archive of more than 512 MB: name it as a file instead.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Names in an archive are its maker's: only the last part, without control characters. */
function plainName(name: string): string {
  return (
    basename(name.replaceAll('\\', '/'))
      .replace(/\p{Cc}/gu, '')
      .slice(0, 100) || 'file'
  );
}
