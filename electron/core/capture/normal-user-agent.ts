/**
 * Lets a headless browser name itself as it does with a window. Otherwise its user agent says `HeadlessChrome`, for which
 * Meta's script (seen in its recorded versions) sends nothing. Its client hints are the normal ones anyway.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FoundBrowser } from './find-browser.ts';

const run = promisify(execFile);

/** Given on the command line it holds for pages, frames and workers alike. Null where the version cannot be learned. */
export async function normalUserAgent(browser: FoundBrowser): Promise<string | null> {
  const version = /(\d+)\.\d+\.\d+/.exec(await askVersion(browser.path))?.[1];
  return version === undefined ? null : userAgentOf(version, browser.id, process.platform);
}

/** Chromium's reduced form: only the major version tells. */
export function userAgentOf(major: string, id: FoundBrowser['id'], platform: NodeJS.Platform): string {
  const system = systems[platform] ?? 'X11; Linux x86_64';
  const base = `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
  return id === 'edge' ? `${base} Edg/${major}.0.0.0` : base;
}

const systems: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Macintosh; Intel Mac OS X 10_15_7',
  win32: 'Windows NT 10.0; Win64; x64',
};

async function askVersion(path: string): Promise<string> {
  try {
    // On Windows a browser does not print its version; the file tells it.
    const quoted = path.replaceAll("'", "''");
    const { stdout } =
      process.platform === 'win32'
        ? await run('powershell', ['-NoProfile', '-Command', `(Get-Item '${quoted}').VersionInfo.ProductVersion`])
        : await run(path, ['--version'], { timeout: 10_000 });
    return stdout;
  } catch {
    return '';
  }
}
