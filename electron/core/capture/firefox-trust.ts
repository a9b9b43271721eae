/** Makes a throw-away Firefox profile trust the session's certificate authority: in that profile and nowhere else. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Refusal } from '../../../shared/api/errors.ts';

const run = promisify(execFile);

/** Needs `certutil` of NSS; rejects with `Refusal('browser-missing')` that says how to get it where it is not there. */
export async function trustInFirefox(profile: string, certificatePath: string): Promise<void> {
  const database = ['-d', `sql:${profile}`];
  try {
    await run('certutil', ['-N', '--empty-password', ...database]);
    await run('certutil', ['-A', '-n', 'Twinlane', '-t', 'C,,', '-i', certificatePath, ...database]);
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const text = isMissing
      ? 'Firefox needs the certutil program to trust this session: install libnss3-tools (Debian, Ubuntu), nss-tools (Fedora) or nss (Homebrew), or record with Chrome, Edge or Chromium.'
      : 'certutil could not make a Firefox profile that trusts this session; record with Chrome, Edge or Chromium.';
    throw new Refusal('browser-missing', text, { cause });
  }
}
