/** Reads which browsers Windows knows, from what `reg query` prints. */
import type { BrowserId } from './browser-paths.ts';

/** Both hives: browsers are installed for the machine or for one user. */
export const registryKeys: readonly string[] = [
  'HKLM\\SOFTWARE\\Clients\\StartMenuInternet',
  'HKCU\\SOFTWARE\\Clients\\StartMenuInternet',
];

const kinds: [RegExp, BrowserId][] = [
  [/^Google Chrome/i, 'chrome'],
  [/^Microsoft Edge$/i, 'edge'],
  [/^Chromium/i, 'chromium'],
  [/^Brave/i, 'brave'],
  [/^Firefox/i, 'firefox'],
];

/** Other browsers are passed over. The name of the default value is in the language of the machine. */
export function registeredBrowsers(output: string): { id: BrowserId; path: string }[] {
  const found: { id: BrowserId; path: string }[] = [];
  let id: BrowserId | null = null;
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) id = kindOfKey(line);
    const command = /^\s+\(.*?\)\s+REG_(?:EXPAND_)?SZ\s+(.+)$/.exec(line)?.[1];
    const path = command === undefined ? undefined : /^"([^"]+\.exe)"|^(.+?\.exe)(?:\s|$)/i.exec(command.trim());
    if (id !== null && path) found.push({ id, path: path[1] ?? path[2] ?? '' });
  }
  return found;
}

/** Null for other browsers, and for keys that hold something else than the command. */
function kindOfKey(key: string): BrowserId | null {
  const name = /\\StartMenuInternet\\([^\\]+)\\shell\\open\\command$/i.exec(key.trim())?.[1];
  return name === undefined ? null : (kinds.find(([pattern]) => pattern.test(name))?.[1] ?? null);
}
