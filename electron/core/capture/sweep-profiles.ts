/** Clears away what a crash of ours left: browsers that still run in a throw-away profile, and the profiles. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './browser-processes.ts';
import { profileOwner, profileParents, removeProfile } from './throwaway-profile.ts';

/** Call it at every start. Returns how many profiles were removed; those of running sessions stay. */
export async function sweepProfiles(parents: readonly string[] = profileParents): Promise<number> {
  const left = (await Promise.all(parents.map(abandonedIn))).flat();
  await Promise.allSettled(left.map(removeProfile));
  return left.length;
}

async function abandonedIn(parent: string): Promise<string[]> {
  const names = await namesIn(parent);
  const abandoned = names.filter((name) => {
    const owner = profileOwner(name);
    return owner !== null && owner !== process.pid && !isAlive(owner);
  });
  return abandoned.map((name) => join(parent, name));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // No such folder: nothing was left in it.
    return [];
  }
}
