/** Follows a log while it is written: a file or all files of a glob, also those that come later. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputHandle, Source } from '../source.ts';
import { filesOf, isGlob } from './expand-glob.ts';
import { type FollowedFile, followFile } from './follow-file.ts';
import { createLogIntake, recordKeys } from './log-intake.ts';

export type FollowOptions = {
  handle: InputHandle;
  /** For files that are there already; a file that comes later is read from its beginning. */
  startAt: 'end' | 'beginning';
};

export type FollowedLog = Source & {
  /** Resolves after the first look: what is written from then on is seen, also where following starts at the end. */
  ready: Promise<void>;
};

const intervalMs = 100;
/** Globs are looked through less often: it reads folders. */
const looksPerListing = 5;

/**
 * Polls, as file watching misses changes on network drives and in containers. Survives rotation, truncation and a file
 * that is not there yet; a partial last line waits for its rest. Facts that cannot be stored are tried again at the
 * next look. `close` takes what is there and resolves once it is stored, or cannot be.
 */
export function followLog(pattern: string, { handle, startAt }: FollowOptions): FollowedLog {
  const files = new Map<string, FollowedFile>();
  const nextKey = recordKeys(handle);
  const stop = new AbortController();

  const follow = (path: string, from: FollowOptions['startAt']) => {
    const placePrefix = isGlob(pattern) ? `${basename(path)} ` : '';
    const newIntake = () => createLogIntake({ handle, nextKey, placePrefix });
    files.set(path, followFile({ path, startAt: from, newIntake }));
  };

  const list = async (from: FollowOptions['startAt']) => {
    for (const path of await filesOf(pattern)) if (!files.has(path)) follow(path, from);
  };

  const lookAtAll = async () => {
    for (const file of files.values()) await attempt(() => file.look());
  };

  const firstLook = async () => {
    await attempt(() => list(startAt));
    await lookAtAll();
  };

  const lookAgain = async () => {
    for (let looks = 1; !stop.signal.aborted; looks++) {
      await pause(intervalMs, undefined, { signal: stop.signal }).catch(() => undefined);
      if (looks % looksPerListing === 0) await attempt(() => list('beginning'));
      await lookAtAll();
    }
  };

  const ready = firstLook();
  const running = ready.then(lookAgain);
  return {
    ready,
    async close() {
      stop.abort();
      await running;
      for (const file of files.values()) await attempt(() => file.close());
    },
  };
}

/** A log that fails for a moment must not end the session: the sink tells the user about storage by itself. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch {
    // Tried again at the next look.
  }
}
