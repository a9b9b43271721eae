/** This installation's own certificate authority: made on first run, never shipped, in no system's trust store. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { generateCACertificate, generateSPKIFingerprint } from 'mockttp';
import { Refusal } from '../../../shared/api/errors.ts';
import { decryptedHosts } from '../../../shared/meta/meta-hosts.ts';
import { type AuthorityFiles, certificatePathIn, readAuthorityFiles, writeAuthorityFiles } from './authority-files.ts';
import { firstPartyHosts } from './first-party-hosts.ts';
import { covers, permittedNames } from './name-constraints.ts';

export type Authority = {
  /** PEM. */
  certificate: string;
  /** PEM. */
  key: string;
  /** Where the certificate lies, for clients that are to trust it by a setting of their own. */
  certificatePath: string;
  /** SHA-256 of the public key in base64: what a Chromium browser trusts for one run. */
  spki: string;
  /** Why an earlier authority was replaced, fit to show; null where none was. */
  notice: string | null;
};

export type AuthorityOptions = {
  /** Hosts beside Meta's own for which it must be able to sign. */
  firstParty?: readonly string[];
  /** The clock, in ms since the epoch. */
  now?: () => number;
};

const RENEW_BEFORE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Opens the authority in `folder` (mode 0700; its key 0600). Makes a new one where there is none, where it ends within
 * 30 days, where others could read its key, where it is damaged, or where it may not sign a host that is needed.
 * Rejects with `Refusal('storage-failed')` where the folder cannot be used.
 */
export async function openAuthority(folder: string, options: AuthorityOptions = {}): Promise<Authority> {
  const now = options.now?.() ?? Date.now();
  const hosts = [...decryptedHosts, ...firstPartyHosts(options.firstParty ?? [])];
  try {
    const found = await readAuthorityFiles(folder);
    if (found === null) return await describe(folder, await create(folder, hosts), null);
    const fault = faultOf(found, hosts, now);
    if (fault === null) return await describe(folder, found, null);
    const kept = fault === 'narrow' ? permittedNames(new X509Certificate(found.certificate)) : [];
    return await describe(folder, await create(folder, [...kept, ...hosts]), notices[fault]);
  } catch (cause) {
    throw new Refusal('storage-failed', `Twinlane cannot keep its certificate in ${folder}.`, { cause });
  }
}

type Fault = 'exposed' | 'damaged' | 'ending' | 'narrow';

const notices: Record<Fault, string> = {
  exposed: "Others on this machine could read the key of Twinlane's certificate authority; it was replaced.",
  damaged: "Twinlane's certificate authority was damaged; it was replaced.",
  ending: "Twinlane's certificate authority was outside its time of validity; it was replaced.",
  narrow: "Twinlane's certificate authority was replaced by one that also covers the first-party hosts.",
};

function faultOf(files: AuthorityFiles, hosts: readonly string[], now: number): Fault | null {
  if (!files.isPrivate) return 'exposed';
  const certificate = matchingCertificate(files);
  if (certificate === null) return 'damaged';
  const { validFromDate, validToDate } = certificate;
  if (now < validFromDate.getTime() || now > validToDate.getTime() - RENEW_BEFORE_MS) return 'ending';
  const permitted = permittedNames(certificate);
  return hosts.every((host) => covers(permitted, host)) ? null : 'narrow';
}

/** Null where the files do not hold a certificate and its own key. */
function matchingCertificate({ certificate, key }: AuthorityFiles): X509Certificate | null {
  try {
    const parsed = new X509Certificate(certificate);
    return parsed.checkPrivateKey(createPrivateKey(key)) ? parsed : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

async function create(folder: string, hosts: readonly string[]): Promise<{ certificate: string; key: string }> {
  const made = await generateCACertificate({
    subject: { commonName: 'Twinlane (this installation only)', organizationName: 'Twinlane' },
    nameConstraints: { permitted: narrowest(hosts) },
  });
  const files = { certificate: made.cert, key: made.key };
  await writeAuthorityFiles(folder, files);
  return files;
}

/** Without names that another name in the list already covers. */
function narrowest(hosts: readonly string[]): string[] {
  const all = [...new Set(hosts)];
  return all.filter((host) => !all.some((other) => other !== host && covers([other], host)));
}

async function describe(
  folder: string,
  { certificate, key }: { certificate: string; key: string },
  notice: string | null,
): Promise<Authority> {
  const spki = await generateSPKIFingerprint(certificate);
  return { certificate, key, certificatePath: certificatePathIn(folder), spki, notice };
}
