/** Follows one growing file through rotation and truncation, from one look to the next. */
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { LogIntake } from './log-intake.ts';

export type FollowedFile = {
  /** Takes what is new since the last look. A file that is missing is waited for. Rejects where nothing can be stored. */
  look(): Promise<void>;
  /** Takes what is there until now and gives the file back. */
  close(): Promise<void>;
  /** True while it reads the file with that inode, under this name or one that it was renamed to. */
  holds(inode: bigint): boolean;
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
  /** Looks since something was new. */
  quietLooks: number;
};

const chunkBytes = 256 * 1024;
const headBytes = 64;
const quietLooksOfRotated = 20;

export function followFile({ path, startAt, newIntake }: Options): FollowedFile {
  let file: OpenFile | null = null;
  let isFirstLook = true;
  /** Renamed files: their writers go on with them until they are told of the new one. */
  let rotated: OpenFile[] = [];

  const start = async (): Promise<OpenFile | null> => {
    const handle = await openIfThere(path);
    if (handle === null) return null;
    const { ino } = await handle.stat({ bigint: true });
    return { handle, intake: newIntake(), inode: ino, position: 0, head: Buffer.alloc(0), quietLooks: 0 };
  };

  const lookAtRotated = async () => {
    for (const old of rotated) {
      old.quietLooks = (await drain(old, old.intake.push)) ? 0 : old.quietLooks + 1;
      if (old.quietLooks < quietLooksOfRotated) continue;
      await finish(old);
      rotated = rotated.filter((other) => other !== old);
    }
  };

  const look = async (): Promise<void> => {
    const take = isFirstLook && startAt === 'end' ? 'skip' : 'push';
    isFirstLook = false;
    const inode = await inodeOf(path);
    if (file !== null && inode !== null && inode !== file.inode) {
      rotated.push(file);
      file = null;
    }
    await lookAtRotated();
    file ??= inode === null ? null : await start();
    if (file === null) return;
    if (await isRewritten(file)) restart(file, newIntake);
    if (!(await drain(file, file.intake[take]))) file.intake.pause();
    await file.intake.store();
  };

  return {
    look,
    holds: (inode) => [file, ...rotated].some((open) => open?.inode === inode),
    async close() {
      const open = file === null ? rotated : [...rotated, file];
      rotated = [];
      file = null;
      const closing = await Promise.allSettled(open.map(closeFile));
      const failed = closing.find(({ status }) => status === 'rejected');
      if (failed?.status === 'rejected') throw failed.reason;
    },
  };
}

/** Takes what is left. Where it cannot be stored the file stays as it is, to be finished later. */
async function finish(file: OpenFile): Promise<void> {
  await drain(file, file.intake.push);
  file.intake.end();
  await file.intake.store();
  await file.handle.close();
}

async function closeFile(file: OpenFile): Promise<void> {
  try {
    await finish(file);
  } catch (error) {
    await file.handle.close();
    throw error;
  }
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

/** Null where there is no file. */
export async function inodeOf(path: string): Promise<bigint | null> {
  try {
    const found = await stat(path, { bigint: true });
    return found.isFile() ? found.ino : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** Gone, or not to be had for a moment: a log that is being rotated, or locked on Windows. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && /^(?:ENOENT|EACCES|EPERM|EBUSY|ENOTDIR)$/.test(String(error.code))
  );
}
