/**
 * Hosts whose certificates are taken unverified, for one recording: those that the person named, and loopback, from which
 * nothing leaves the machine. Development sites have certificates that nobody else signed.
 */
import { isLoopback } from './destinations.ts';

export type TrustedHosts = {
  isTrusted(host: string): boolean;
  trust(host: string): void;
  /** From then on its certificates are checked again. False where it was not trusted by name. */
  distrust(host: string): boolean;
  /** Those that were named, in order. */
  named(): string[];
  /** A certificate was refused; each host is told once. `reason`: `net::ERR_CERT_…` or Node's code. */
  refused(host: string, reason: string): void;
  /** The same as a list that changes, in the forms in which connections name hosts. */
  exceptions: readonly string[];
};

export type TrustOptions = {
  /** Hosts that are decrypted: those of them on loopback are trusted under their own names. */
  decrypted?: readonly string[];
  onRefused?(host: string, reason: string): void;
};

export function createTrustedHosts({ decrypted = [], onRefused }: TrustOptions = {}): TrustedHosts {
  const hosts = new Set<string>();
  const told = new Set<string>();
  const exceptions = ['localhost', '127.0.0.1', '::1', '[::1]', ...decrypted.map(hostOf).filter(isLoopback)];
  const trust = (given: string) => {
    const host = hostOf(given);
    if (host === '' || hosts.has(host)) return;
    hosts.add(host);
    exceptions.push(host);
  };
  const distrust = (given: string) => {
    const host = hostOf(given);
    const place = exceptions.lastIndexOf(host);
    if (!hosts.delete(host)) return false;
    if (place >= 0) exceptions.splice(place, 1);
    told.delete(host);
    return true;
  };
  const isTrusted = (host: string) => isLoopback(host) || hosts.has(hostOf(host));
  return {
    isTrusted,
    trust,
    distrust,
    named: () => [...hosts],
    refused(host, reason) {
      if (isTrusted(host) || told.has(host)) return;
      told.add(host);
      onRefused?.(host, reason);
    },
    exceptions,
  };
}

/** `Shop.test:8443` and `https://shop.test/` are `shop.test`. */
export function hostOf(given: string): string {
  const text = given.trim().toLowerCase();
  const url = URL.parse(text.includes('://') ? text : `https://${text}`);
  return url?.hostname.replace(/\.$/, '') ?? '';
}

const reasons: [RegExp, string][] = [
  [/DATE|EXPIRED|NOT_YET/, 'is out of its time of validity'],
  [/COMMON_NAME|ALTNAME/, 'is for another name'],
  [/AUTHORITY|SELF_SIGNED|UNABLE_TO/, 'is signed by nobody whom browsers know'],
];

export function refusalSentence(host: string, reason: string): string {
  const why = reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? `was refused (${reason})`;
  return `The certificate of ${host} ${why}. If it is a development site of yours, record with --trust-host ${host}, or trust it for this session in the window, and load the page again.`;
}
