/** Deleting a session moves it aside, so that it can be undone; a week later it goes for good. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import { isLocked } from './file-lock.ts';
import { StorageFailure } from './storage-failure.ts';

const keptMs = 7 * 24 * 3_600_000;
const sideFiles = ['', '-wal', '-shm'];

/** The trash of a sessions folder. Sessions elsewhere are the user's own files: they are not ours to delete. */
export function sessionTrash(folder: string) {
  const trash = join(folder, 'trash');

  /** Returns what `restore` takes. */
  function discard(path: string, at: number): string {
    const file = ours(path, folder);
    if (!existsSync(file)) throw new StorageFailure('missing', file);
    if (isLocked(file)) throw new StorageFailure('in-use', file);
    const place = join(trash, String(at));
    mkdirSync(place, { recursive: true, mode: 0o700 });
    move(file, join(place, basename(file)));
    return join(place, basename(file));
  }

  /** Brings a session back to where it was; returns its path. */
  function restore(path: string): string {
    const file = resolve(path);
    if (dirname(dirname(file)) !== resolve(trash) || !existsSync(file)) {
      throw new Refusal('not-found', 'This session is no longer in the trash.');
    }
    const home = join(folder, basename(file));
    if (existsSync(home)) throw new StorageFailure('exists', home);
    move(file, home);
    rmSync(dirname(file), { recursive: true, force: true });
    return home;
  }

  /** Removes for good what was deleted more than a week before `now`. */
  function empty(now: number): void {
    if (!existsSync(trash)) return;
    for (const name of readdirSync(trash)) {
      const isOld = /^\d+$/.test(name) && Number(name) < now - keptMs;
      if (isOld) rmSync(join(trash, name), { recursive: true, force: true });
    }
  }

  return { discard, restore, empty };
}

function ours(path: string, folder: string): string {
  const file = resolve(path);
  const isOurs = dirname(file) === resolve(folder) && file.endsWith('.twinlane');
  if (!isOurs) throw new Refusal('bad-input', 'Only sessions of the sessions folder are deleted here.');
  return file;
}

function move(from: string, to: string): void {
  for (const suffix of sideFiles) if (existsSync(from + suffix)) renameSync(from + suffix, to + suffix);
}
