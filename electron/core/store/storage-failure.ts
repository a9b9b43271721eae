/** Every way in which storing or reading a session file can fail, each as one sentence that says what to do. */
import { type ErrorCode, Refusal } from '../../../shared/api/errors.ts';

export type StorageProblem =
  | 'disk-full'
  | 'not-writable'
  | 'in-use'
  | 'exists'
  | 'disk-error'
  | 'missing'
  | 'foreign'
  | 'empty'
  | 'newer'
  | 'older'
  | 'damaged'
  | 'beyond-rescue';

/** A session file could not be written, opened or read. The message is fit to show; `file` is the file's path. */
export class StorageFailure extends Refusal {
  readonly problem: StorageProblem;
  readonly file: string;
  constructor(problem: StorageProblem, file: string, options?: { cause?: unknown }) {
    const { code, text } = problems[problem];
    super(code, text(file), options);
    this.name = 'StorageFailure';
    this.problem = problem;
    this.file = file;
  }
}

const problems: Record<StorageProblem, { code: ErrorCode; text: (file: string) => string }> = {
  'disk-full': {
    code: 'storage-failed',
    text: (file) => `The disk is full, nothing more can be stored in ${file}: free some space and storing goes on.`,
  },
  'not-writable': {
    code: 'storage-failed',
    text: (file) => `${file} cannot be written: choose a folder in which you may create and change files.`,
  },
  'in-use': {
    code: 'storage-failed',
    text: (file) => `${file} is open in another Twinlane: close it there, or open it here to read only.`,
  },
  exists: {
    code: 'storage-failed',
    text: (file) => `${file} exists already and is not overwritten: choose another name.`,
  },
  'disk-error': {
    code: 'storage-failed',
    text: (file) => `The disk refused to read or write ${file}: check that the drive is connected and sound.`,
  },
  missing: { code: 'unreadable-file', text: (file) => `${file} does not exist: check the name.` },
  foreign: {
    code: 'unreadable-file',
    text: (file) => `${file} is not a Twinlane session. On the command line, --browser takes a HAR and --server a log.`,
  },
  empty: {
    code: 'unreadable-file',
    text: (file) => `${file} is empty: its recording ended before anything was stored.`,
  },
  newer: {
    code: 'unreadable-file',
    text: (file) => `${file} was made by a newer Twinlane: update Twinlane to open it.`,
  },
  older: {
    code: 'unreadable-file',
    text: (file) => `${file} was made by an older Twinlane: open it for writing once, which brings it up to date.`,
  },
  damaged: {
    code: 'unreadable-file',
    text: (file) => `${file} is damaged: open it in Twinlane for writing, which copies what can be read to a new file.`,
  },
  'beyond-rescue': {
    code: 'unreadable-file',
    text: (file) => `${file} is damaged and nothing in it can be read: take a copy of it from a backup.`,
  },
};

/** First part of an SQLite result code or a system error code, and what it means for a session file. */
const meanings: [RegExp, StorageProblem][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT|SQLITE_IOERR_SHMSIZE)/, 'disk-full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/, 'in-use'],
  [/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS)/, 'not-writable'],
  [/^(SQLITE_CORRUPT|SQLITE_NOTADB|SQLITE_FORMAT)/, 'damaged'],
  [/^EEXIST/, 'exists'],
  [/^(ENOENT|ENOTDIR|ENAMETOOLONG)/, 'missing'],
  [/^EISDIR/, 'foreign'],
  [/^(SQLITE_IOERR|SQLITE_NOMEM|SQLITE_PROTOCOL|SQLITE_NOLFS|EIO|ENXIO|ENODEV|EMFILE|ENFILE)/, 'disk-error'],
];

/** Runs one piece of work on `file`; what SQLite or the file system refuses comes out as a StorageFailure. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStorageFailure(error, file);
  }
}

/** The StorageFailure that an error of SQLite or of the file system stands for; any other error unchanged. */
export function asStorageFailure(error: unknown, file: string): unknown {
  if (error instanceof StorageFailure || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const meaning = meanings.find(([pattern]) => pattern.test(code));
  return meaning === undefined ? error : new StorageFailure(meaning[1], file, { cause: error });
}
