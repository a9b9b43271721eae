/** For a browser that the person starts: a profile that trusts this session, and the line that starts the browser in it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import type { Source } from '../source.ts';
import { firefoxPreferences, ownChromiumFlags } from './browser-flags.ts';
import type { BrowserId } from './browser-paths.ts';
import type { FoundBrowser } from './find-browser.ts';
import { trustInFirefox } from './firefox-trust.ts';
import { type Shell, shellLine, shellsOf } from './shell-line.ts';
import { makeProfile, removeProfile } from './throwaway-profile.ts';

type BrowserLine = { id: BrowserId; name: string; shell: Shell; line: string };

export type OwnBrowserLines = {
  lines: BrowserLine[];
  /** Sentences about browsers for which there is no line. */
  notes: string[];
};

export type OwnBrowserOptions = {
  browsers: readonly FoundBrowser[];
  proxyUrl: string;
  spki: string;
  certificatePath: string;
  url: string | null;
  platform?: NodeJS.Platform;
};

/** Each browser gets an empty profile; `close` ends what still runs in them and removes them. */
export async function prepareOwnBrowsers(options: OwnBrowserOptions): Promise<OwnBrowserLines & Source> {
  const prepared: OwnBrowserLines = { lines: [], notes: [] };
  const profiles: string[] = [];
  for (const browser of options.browsers) {
    const profile = makeProfile(browser);
    profiles.push(profile);
    try {
      const args = await argumentsFor(browser, profile, options);
      for (const shell of shellsOf(options.platform ?? process.platform)) {
        const { id, name, path } = browser;
        prepared.lines.push({ id, name, shell, line: shellLine(shell, path, args) });
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      prepared.notes.push(error.message);
    }
  }
  return { ...prepared, close: async () => void (await Promise.all(profiles.map(removeProfile))) };
}

async function argumentsFor(
  { id }: FoundBrowser,
  profile: string,
  { proxyUrl, spki, certificatePath, url }: OwnBrowserOptions,
): Promise<string[]> {
  const page = url ?? 'about:blank';
  if (id !== 'firefox') return [...ownChromiumFlags({ profile, proxyUrl, spki }), page];
  await trustInFirefox(profile, certificatePath);
  await writeFile(join(profile, 'user.js'), firefoxPreferences(proxyUrl), { mode: 0o600 });
  return ['-no-remote', '-profile', profile, page];
}
