/** Finds the browsers of this machine. */
import { accessSync, constants, statSync } from 'node:fs';
import { type BrowserPlace, browserPlaces } from './browser-paths.ts';

export type FoundBrowser = BrowserPlace;

/** One of each kind at most, Chromium browsers first; the one named by TWINLANE_BROWSER before all others. */
export function findBrowsers(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): FoundBrowser[] {
  const found = new Map<string, FoundBrowser>();
  for (const place of browserPlaces(platform, environment)) {
    if (!found.has(place.id) && isExecutable(place.path)) found.set(place.id, place);
  }
  return [...found.values()];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
