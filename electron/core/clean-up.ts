/** Removes what Twinlane put on this machine: its certificate authority, leftover profiles, its window's folder, sessions. */
import { existsSync, readdirSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../../shared/api/errors.ts';
import { plural } from '../../shared/view/plural.ts';
import { isAlive } from './capture/browser-processes.ts';
import { profileOwner, profileParents, removeProfile } from './capture/throwaway-profile.ts';
import type { Session } from './session.ts';
import { isLocked } from './store/file-lock.ts';

export type CleanUpOptions = {
  homeFolder: string;
  /** Sessions are the user's own: only when asked. */
  sessions: boolean;
  /** Where else to look; the machine's own places where it is not given. */
  places?: { profileParents: readonly string[]; temporary: string; windowFolders: readonly string[] };
};

/** Absolute paths. */
export type CleanUp = { removed: string[]; kept: { path: string; why: string }[] };

/** Rejects with `Refusal('busy')` while a recording runs, in this process or another. */
export async function cleanUp({ homeFolder, sessions, places = thisMachine() }: CleanUpOptions): Promise<CleanUp> {
  const sessionsFolder = join(homeFolder, 'sessions');
  const profiles = places.profileParents.flatMap((parent) => foldersIn(parent).map((name) => ({ parent, name })));
  const own = profiles.flatMap(({ parent, name }) => {
    const owner = profileOwner(name);
    return owner === null ? [] : [{ path: join(parent, name), owner }];
  });
  refuseWhileRecording(
    own.map(({ owner }) => owner),
    sessionsFolder,
  );
  const scripts = foldersIn(places.temporary).filter(isAbandonedScript);
  const folders = [
    join(homeFolder, 'authority'),
    ...places.windowFolders,
    ...scripts.map((name) => join(places.temporary, name)),
    ...(sessions ? [sessionsFolder] : []),
  ].filter((path) => existsSync(path));
  for (const { path } of own) await removeProfile(path);
  for (const path of folders) await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  await removeIfEmpty(homeFolder);
  return { removed: [...own.map(({ path }) => path), ...folders].sort(), kept: keptIn(sessionsFolder, homeFolder) };
}

/** The same from the window: the session that lies open is closed first. Rejects with `Refusal('busy')`. */
export async function closeAndCleanUp(session: Session, sessions: boolean): Promise<CleanUp> {
  const { state } = session.desk.status.now().capture;
  if (state === 'recording' || state === 'starting') {
    throw new Refusal('busy', 'A recording is running. Stop it before you remove everything.');
  }
  await session.close();
  return cleanUp({ homeFolder: session.homeFolder, sessions });
}

function thisMachine() {
  const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
  const data =
    process.platform === 'win32' ? (process.env.APPDATA ?? '') : join(homedir(), 'Library', 'Application Support');
  const parents =
    process.platform === 'linux' ? [join(config, 'twinlane'), join(config, 'Twinlane')] : [join(data, 'Twinlane')];
  return { profileParents, temporary: tmpdir(), windowFolders: parents.map((parent) => join(parent, 'window')) };
}

function refuseWhileRecording(owners: number[], sessionsFolder: string): void {
  const alive = owners.find((owner) => isAlive(owner));
  const locked = foldersIn(sessionsFolder).find(
    (name) => /\.twinlane$/.test(name) && isLocked(join(sessionsFolder, name)),
  );
  if (alive === undefined && locked === undefined) return;
  const who = locked === undefined ? `process ${alive}` : locked;
  throw new Refusal('busy', `Twinlane is in use (${who}). Stop the recording and close the session first.`);
}

function keptIn(sessionsFolder: string, homeFolder: string): CleanUp['kept'] {
  const sessions = foldersIn(sessionsFolder).filter((name) => name.endsWith('.twinlane')).length;
  const kept = existsSync(sessionsFolder)
    ? [{ path: sessionsFolder, why: `${plural(sessions, 'session')} of yours` }]
    : [];
  const others = foldersIn(homeFolder).filter((name) => name !== 'sessions');
  return [...kept, ...others.map((name) => ({ path: join(homeFolder, name), why: 'not made by Twinlane' }))];
}

/** A folder of the user's that is called TWINLANE_HOME keeps what else is in it. */
async function removeIfEmpty(folder: string): Promise<void> {
  if (foldersIn(folder).length > 0 || !existsSync(folder)) return;
  await rmdir(folder);
}

/** A script that still runs names its process. */
function isAbandonedScript(name: string): boolean {
  const [, pid] = /^twinlane-script-(\d+)-/.exec(name) ?? [];
  return pid !== undefined && !isAlive(Number(pid));
}

/** Names in a folder; none where it does not exist. */
function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
