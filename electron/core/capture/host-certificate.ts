/** Looks at the certificate that a host shows, without trusting it: what a browser needs to take this one and no other. */
import { createHash, X509Certificate } from 'node:crypto';
import { connect } from 'node:tls';
import { guardDestinations } from './destinations.ts';
import type { TrustedHosts } from './trusted-hosts.ts';

export type HostCertificate = {
  host: string;
  port: number;
  /** SHA-256 of the public key in base64, as Chromium takes it. */
  spki: string;
  /** SHA-256 of the certificate, `AA:BB:…`, as Firefox takes it. */
  fingerprint: string;
};

const ANSWERS_WITHIN_MS = 3000;

/** Null where the host does not answer, or has a certificate that is trusted anyway. */
function lookAtCertificate(host: string, port: number): Promise<HostCertificate | null> {
  const lookup = guardDestinations(() => []).lookupFor(port);
  return new Promise((resolve) => {
    const name = host.replace(/^\[|\]$/g, '');
    const socket = connect({
      host: name,
      port,
      lookup,
      rejectUnauthorized: false,
      servername: name.includes(':') ? '' : name,
    });
    const end = (found: HostCertificate | null) => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(ANSWERS_WITHIN_MS, () => end(null));
    socket.once('error', () => end(null));
    socket.once('secureConnect', () => {
      const { raw } = socket.getPeerCertificate();
      if (socket.authorized || raw === undefined) return end(null);
      const { publicKey, fingerprint256 } = new X509Certificate(raw);
      const key = publicKey.export({ type: 'spki', format: 'der' });
      end({ host, port, spki: createHash('sha256').update(key).digest('base64'), fingerprint: fingerprint256 });
    });
  });
}

/** Of the hosts that were named, and of the first page's if it is on loopback: as far as they answer now. */
export async function certificatesOf(
  trusted: TrustedHosts | undefined,
  url: string | null,
): Promise<HostCertificate[]> {
  if (trusted === undefined) return [];
  const places = new Map(trusted.named().map((host) => [`${host}:443`, { host, port: 443 }]));
  const first = url === null ? null : URL.parse(url);
  if (first?.protocol === 'https:' && trusted.isTrusted(first.hostname)) {
    const port = Number(first.port || 443);
    places.set(`${first.hostname}:${port}`, { host: first.hostname, port });
  }
  const found = await Promise.all([...places.values()].map(({ host, port }) => lookAtCertificate(host, port)));
  return found.filter((certificate) => certificate !== null);
}
