/** Finds the browsers of this machine. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';
import { isProgram } from '../is-program.ts';
import { type BrowserPlace, browserPlaces, type Environment, flatpakPlaces } from './browser-paths.ts';
import { registryKeys } from './browser-registry.ts';

/** `snap`: the name of the snap that it runs in; such a browser sees no folder of the machine but its own. */
export type FoundBrowser = BrowserPlace & { snap?: string };

/** What the search needs to know of a machine; replaced in tests by a recorded one. */
export type BrowserMachine = {
  platform: NodeJS.Platform;
  environment: Environment;
  isProgram(path: string): boolean;
  /** The first bytes of a file, as text. */
  headOf(path: string): string;
  registry(): string;
};

/** One of each kind at most, Chromium browsers first; the one named by TWINLANE_BROWSER before all others. */
export function findBrowsers(machine: BrowserMachine = thisMachine): FoundBrowser[] {
  const { platform, environment } = machine;
  const places = browserPlaces(platform, environment, platform === 'win32' ? machine.registry() : '');
  const found = new Map<string, FoundBrowser>();
  for (const place of places) {
    if (!found.has(place.id) && machine.isProgram(place.path)) found.set(place.id, withSnap(place, machine));
  }
  return [...found.values()];
}

/** Those that are here and cannot be used, as they run in Flatpak's sandbox. */
export function confinedBrowsers({ platform, environment, isProgram }: BrowserMachine = thisMachine): BrowserPlace[] {
  return flatpakPlaces(platform, environment).filter(({ path }) => isProgram(path));
}

/** Ubuntu's own commands for Chromium and Firefox are scripts that start the snap. */
function withSnap(place: BrowserPlace, { platform, headOf }: BrowserMachine): FoundBrowser {
  if (platform !== 'linux') return place;
  const text = place.path.startsWith('/snap/bin/') ? place.path : headOf(place.path);
  const snap = /\/snap\/bin\/([a-z0-9-]+)/.exec(text)?.[1];
  return snap === undefined ? place : { ...place, snap };
}

const thisMachine: BrowserMachine = {
  platform: process.platform,
  environment: process.env,
  isProgram,
  headOf,
  registry: () =>
    registryKeys
      .map((key) => spawnSync('reg', ['query', key, '/s', '/ve'], { encoding: 'utf8', timeout: 5000 }).stdout ?? '')
      .join('\n'),
};

const HEAD_BYTES = 2048;

/** Empty for what is no script. */
function headOf(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(HEAD_BYTES);
    const text = bytes.toString('latin1', 0, readSync(file, bytes, 0, HEAD_BYTES, 0));
    return text.startsWith('#!') ? text : '';
  } catch {
    return '';
  } finally {
    if (file !== null) closeSync(file);
  }
}
