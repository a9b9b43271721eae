/** Makes a throw-away Firefox profile trust the session's certificate authority: in that profile and nowhere else. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Refusal } from '../../../shared/api/errors.ts';
import type { HostCertificate } from './host-certificate.ts';

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

/** The identifier of SHA-256, under which Firefox keeps the fingerprint of an exception. */
const SHA256 = 'OID.2.16.840.1.101.3.4.2.1';

/** The text of a profile's `cert_override.txt`: these certificates on these hosts, and nothing else. */
export function certificateOverrides(certificates: readonly HostCertificate[]): string {
  const lines = certificates.map(({ host, port, fingerprint }) => `${host}:${port}:\t${SHA256}\t${fingerprint}\t`);
  return ['# PSM Certificate Override Settings file', ...lines, ''].join('\n');
}
