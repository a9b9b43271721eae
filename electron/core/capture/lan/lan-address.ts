/** Under which address other devices of the local network find this machine. */
import { isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** The first address of a private network, then any other that is not loopback; null where there is none. */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  const all = Object.values(interfaces).flatMap((entries) => entries ?? []);
  const outside = all.filter(({ address, internal }) => !internal && isIPv4(address)).map(({ address }) => address);
  return outside.find(isPrivate) ?? outside.find((address) => !address.startsWith('169.254.')) ?? null;
}

/** RFC 1918. */
function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
}
