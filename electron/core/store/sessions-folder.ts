/** Where Twinlane keeps its files on this machine, how a new session is called, and which were used last. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { SessionLabel } from '../../../shared/model/label.ts';
import { readLabel } from './session-label.ts';

export type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string };

/** `name`: the user's own, or else that of the file. */
export type RecentSession = { path: string; name: string; modifiedAt: number; label: SessionLabel };

const EXTENSION = '.twinlane';
const RECENT_LIMIT = 100;
/** Longest site name in a file name, in characters: well below every file system's limit. */
const SITE_LIMIT = 80;

function thisMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/** The folder of everything that Twinlane keeps; TWINLANE_HOME overrides the platform's custom. */
export function twinlaneHome(machine: Machine = thisMachine()): string {
  const { platform, env, home } = machine;
  if (env.TWINLANE_HOME) return env.TWINLANE_HOME;
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Twinlane');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Twinlane');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'twinlane');
}

export function sessionsFolder(machine: Machine = thisMachine()): string {
  return join(twinlaneHome(machine), 'sessions');
}

/**
 * Path of a session that does not exist yet, in a folder that does after the call:
 * `2026-11-24 shop.example 10-05.twinlane`, in local time.
 */
export function newSessionPath(folder: string, about: { url: string | null; at: Date }): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = sessionName(about.url, about.at);
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${stem}${n === 1 ? '' : ` ${n}`}${EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}

/** The sessions of the folder, pinned ones first, then as they were changed last; empty where there is no folder. */
export function recentSessions(folder: string): RecentSession[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .flatMap((name) => describe(join(folder, name)))
    .sort((a, b) => b.modifiedAt - a.modifiedAt)
    .slice(0, RECENT_LIMIT)
    .map(labelled)
    .sort((a, b) => Number(b.label.isPinned) - Number(a.label.isPinned));
}

/** Nothing where the file has gone since it was listed, or is a folder. */
function describe(path: string): Pick<RecentSession, 'path' | 'modifiedAt'>[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? [{ path, modifiedAt: stats.mtimeMs }] : [];
}

function labelled({ path, modifiedAt }: Pick<RecentSession, 'path' | 'modifiedAt'>): RecentSession {
  const label = readLabel(path);
  return { path, name: label.name ?? basename(path, EXTENSION), modifiedAt, label };
}

function sessionName(url: string | null, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return [date, siteName(url), `${two(at.getHours())}-${two(at.getMinutes())}`].filter(Boolean).join(' ');
}

/** The host, with a port after a hyphen; only characters that every file system takes. */
function siteName(url: string | null): string {
  const host = url !== null && URL.canParse(url) ? new URL(url).host : '';
  return host.replaceAll(/[^a-z0-9.-]+/gi, '-').slice(0, SITE_LIMIT);
}
