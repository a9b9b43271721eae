/** Reads from a certificate authority's certificate which names it may sign (RFC 5280, 4.2.1.10). */
import type { X509Certificate } from 'node:crypto';

/** The extension's identifier, 2.5.29.30, as its bytes stand in the certificate. */
const EXTENSION = Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x1e]);
const DNS_NAME = 0x82;
const CONTAINERS = new Set([0x01, 0x04, 0x30, 0xa0]);

/** The permitted DNS names; empty where the certificate has no such extension. Reads short lengths and long ones. */
export function permittedNames(certificate: X509Certificate): string[] {
  const start = certificate.raw.indexOf(EXTENSION);
  if (start < 0) return [];
  const extension = certificate.raw.subarray(start + EXTENSION.length);
  return namesIn(extension, 2);
}

/** `elements` bounds how many siblings are read: the extension's `critical` and its value. */
function namesIn(bytes: Buffer, elements: number): string[] {
  const names: string[] = [];
  let rest = bytes;
  for (let count = 0; count < elements && rest.length > 1; count++) {
    const { tag, content, length } = readElement(rest);
    if (tag === DNS_NAME) names.push(content.toString('latin1').toLowerCase());
    else if (CONTAINERS.has(tag) && tag !== 0x01) names.push(...namesIn(content, Number.POSITIVE_INFINITY));
    rest = rest.subarray(length);
  }
  return names;
}

function readElement(bytes: Buffer): { tag: number; content: Buffer; length: number } {
  const [tag = 0, first = 0] = bytes;
  const extra = first & 0x80 ? first & 0x7f : 0;
  const size = extra > 0 ? bytes.readUIntBE(2, Math.min(extra, 6)) : first;
  const header = 2 + extra;
  return { tag, content: bytes.subarray(header, header + size), length: header + size };
}

/** A permitted name stands for itself and everything below it. */
export function covers(permitted: readonly string[], host: string): boolean {
  return permitted.some((name) => host === name || host.endsWith(`.${name}`));
}
