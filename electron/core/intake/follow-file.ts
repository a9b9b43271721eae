/** Follows one growing file through rotation and truncation, from one look to the next. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { LogIntake } from './log-intake.ts';

export type FollowedFile = {
  /** Takes what is new since the last look; true where there was something. A file that is missing is waited for. */
  look(): Promise<boolean>;
  /** Takes what is there until now and gives the file back. */
  close(): Promise<void>;
};

type Options = {
  path: string;
  /** `end`: what is in the file at the first look is passed over. */
  startAt: 'end' | 'beginning';
  newIntake(): LogIntake;
};

type OpenFile = {
  handle: FileHandle;
  intake: LogIntake;
  inode: bigint;
  position: number;
  /** The file's first bytes: other ones mean other content under the same name. */
  head: Buffer;
};

const chunkBytes = 256 * 1024;
const headBytes = 64;

export function followFile({ path, startAt, newIntake }: Options): FollowedFile {
  let file: OpenFile | null = null;
  let isFirstLook = true;

  const start = async (): Promise<OpenFile | null> => {
    const handle = await openIfThere(path);
    if (handle === null) return null;
    const { ino } = await handle.stat({ bigint: true });
    return { handle, intake: newIntake(), inode: ino, position: 0, head: Buffer.alloc(0) };
  };

  const finish = async (open: OpenFile) => {
    file = null;
    try {
      await drain(open, open.intake.push);
      open.intake.end();
      await open.intake.store();
    } finally {
      await open.handle.close();
    }
  };

  const look = async (): Promise<boolean> => {
    const wasFirstLook = isFirstLook;
    isFirstLook = false;
    const inode = await inodeOf(path);
    // A renamed file is read to its end once the new one is there.
    if (file !== null && inode !== null && inode !== file.inode) await finish(file);
    file ??= inode === null ? null : await start();
    if (file === null) return false;
    if (await isRewritten(file)) restart(file, newIntake);
    const read = await drain(file, wasFirstLook && startAt === 'end' ? file.intake.skip : file.intake.push);
    if (!read) file.intake.pause();
    await file.intake.store();
    return read;
  };

  return {
    look,
    async close() {
      if (file !== null) await finish(file);
    },
  };
}

/** Truncated and written anew, as `copytruncate` does: shorter than what was read, or beginning with other bytes. */
async function isRewritten({ handle, position, head }: OpenFile): Promise<boolean> {
  if (position === 0) return false;
  if ((await handle.stat()).size < position) return true;
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(head.length), 0, head.length, 0);
  return !buffer.subarray(0, bytesRead).equals(head);
}

function restart(file: OpenFile, newIntake: () => LogIntake): void {
  file.intake.end();
  file.intake = withWaiting(file.intake, newIntake());
  file.position = 0;
  file.head = Buffer.alloc(0);
}

/** The facts of the old content are stored together with those of the new. */
function withWaiting(old: LogIntake, next: LogIntake): LogIntake {
  return {
    ...next,
    async store() {
      await old.store();
      await next.store();
    },
  };
}

async function drain(file: OpenFile, take: (bytes: Buffer) => void): Promise<boolean> {
  const before = file.position;
  for (;;) {
    const { bytesRead, buffer } = await file.handle.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, file.position);
    if (bytesRead === 0) return file.position > before;
    const bytes = buffer.subarray(0, bytesRead);
    if (file.head.length < headBytes) file.head = Buffer.concat([file.head, bytes]).subarray(0, headBytes);
    file.position += bytesRead;
    take(bytes);
    // What cannot be stored now stays with the intake; reading on would only pile it up.
    await file.intake.store();
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function inodeOf(path: string): Promise<bigint | null> {
  try {
    const { ino, isDirectory } = await statOf(path);
    return isDirectory ? null : ino;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

async function statOf(path: string): Promise<{ ino: bigint; isDirectory: boolean }> {
  const found = await stat(path, { bigint: true });
  return { ino: found.ino, isDirectory: found.isDirectory() };
}

/** Gone, or not to be had for a moment: a log that is being rotated, or locked on Windows. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:ENOENT|EACCES|EPERM|EBUSY|ENOTDIR)$/.test(String(error.code))
  );
}
