/** Follows a log while it is written: a file or all files of a glob, also those that come later. */
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputHandle, Source } from '../source.ts';
import { filesOf, isGlob } from './expand-glob.ts';
import { type FollowedFile, followFile, inodeOf } from './follow-file.ts';
import { createLogIntake, recordKeys } from './log-intake.ts';
import { isPacked, rotationOf } from './rotation.ts';

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
  const passedOver = new Set<string>();
  const nextKey = recordKeys(handle);
  const stop = new AbortController();

  const follow = (path: string, from: FollowOptions['startAt']) => {
    const placePrefix = isGlob(pattern) ? `${basename(path)} ` : '';
    const newIntake = () => createLogIntake({ handle, nextKey, placePrefix });
    files.set(path, followFile({ path, startAt: from, newIntake }));
  };

  /** Under its new name a rotated log would be taken a second time. */
  const isTaken = async (path: string, paths: string[]): Promise<boolean> => {
    if (!isGlob(pattern)) return false;
    const { base } = rotationOf(path);
    if (isPacked(path) || (base !== path && (paths.includes(base) || files.has(base)))) return true;
    const inode = files.size === 0 ? null : await inodeOf(path);
    return inode !== null && [...files.values()].some((file) => file.holds(inode));
  };

  const list = async (from: FollowOptions['startAt']) => {
    const paths = await filesOf(pattern);
    for (const path of paths) {
      if (files.has(path) || passedOver.has(path)) continue;
      if (await isTaken(path, paths)) passedOver.add(path);
      else follow(path, from);
    }
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
