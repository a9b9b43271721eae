/** What the page may ask of the desktop: each input is judged before anything is done with it. */
import { posix, win32 } from 'node:path';

/** Only http(s) addresses without a user name in them; null for everything else. */
export function openableLink(input: unknown): string | null {
  const url = typeof input === 'string' ? URL.parse(input) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  return url.username === '' && url.password === '' ? url.href : null;
}

/** An absolute path on this machine; a network path would send the user's credentials to its server. */
export function isRevealable(input: unknown, platform: NodeJS.Platform): input is string {
  if (typeof input !== 'string' || input.includes('\0') || /^[\\/]{2}/.test(input)) return false;
  return platform === 'win32' ? /^[A-Za-z]:[\\/]/.test(input) : posix.isAbsolute(input);
}

/** A session file of this machine, for a window of its own. */
export function isSessionPath(input: unknown, platform: NodeJS.Platform): input is string {
  return isRevealable(input, platform) && /\.twinlane$/i.test(input);
}

export type TextFile = { name: string; text: string };

/** A text to save, its name without any folder; null where the input is something else. */
export function textFile(input: unknown): TextFile | null {
  if (typeof input !== 'object' || input === null || !('name' in input) || !('text' in input)) return null;
  const { name, text } = input;
  return typeof name === 'string' && typeof text === 'string' ? { name: win32.basename(name), text } : null;
}

/** The session file among the arguments that the system started the app with; null where there is none. */
export function sessionFileOf(argv: string[]): string | null {
  return argv.slice(1).findLast((argument) => /^[^-].*\.twinlane$/i.test(argument)) ?? null;
}
