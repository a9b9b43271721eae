/** A browser profile for one session: made empty, readable by its user only, gone afterwards. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcessesUsing } from './browser-processes.ts';

const PREFIX = 'twinlane-profile-';

/** The folders in which profiles lie: a browser in a snap sees no temporary folder but has one of its own. */
export const profileParents: readonly string[] = [
  tmpdir(),
  ...['chromium', 'firefox', 'brave'].map((snap) => snapFolder(snap)),
];

/** Mode 0700. Its name tells which process of ours it belongs to. */
export function makeProfile({ snap }: { snap?: string }): string {
  const parent = snap === undefined ? tmpdir() : snapFolder(snap);
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** What a snap may write to, whatever else its confinement forbids. */
function snapFolder(snap: string): string {
  return join(homedir(), 'snap', snap, 'common');
}

/** The process that made the profile of this name; null for any other folder. */
export function profileOwner(name: string): number | null {
  const [, pid] = /^twinlane-profile-(\d+)-/.exec(name) ?? [];
  return pid === undefined ? null : Number(pid);
}

/** Ends whatever still runs in it and removes it. */
export async function removeProfile(folder: string): Promise<void> {
  await endProcessesUsing(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
