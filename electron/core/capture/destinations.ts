/** Where the proxy may connect to, and how it finds `localhost` on machines whose hosts file lacks `::1`. */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { connect, isIP, isIPv4, type LookupFunction } from 'node:net';

/** The client asked for one of the app's own ports; answered with 403. */
export class ForbiddenDestination extends Error {
  constructor(host: string, port: number) {
    super(`${host}:${port} belongs to the app itself.`);
  }
}

/** The client asked for what is no host and port; answered with 400. */
export class NoDestination extends Error {}

/** Node's own connections throw where a port is beyond all ports. */
export function isDestination(host: string, port: number): boolean {
  return /^[^\s/?#@\\[\]]+$/.test(host) && Number.isInteger(port) && port > 0 && port < 65_536;
}

export type Destinations = {
  /** True for one of the app's own ports, whatever the host. */
  isOwnPort(port: number): boolean;
  /** False for clients of other machines, to whom this one's own servers are not open. */
  allowsLoopback: boolean;
  /** A look-up for connections to `port`; fails with `ForbiddenDestination` where the name leads to the app itself. */
  lookupFor(port: number): LookupFunction;
};

/** `forbiddenPorts` is asked anew for each connection, as the app's own listeners come and go. */
export function guardDestinations(forbiddenPorts: () => number[], allowsLoopback = true): Destinations {
  const isOwnPort = (port: number) => forbiddenPorts().includes(port);
  return {
    isOwnPort,
    allowsLoopback,
    lookupFor: (port) => (host, options, callback) => {
      resolve(host, options, (error, addresses) => {
        if (error) return callback(error, []);
        if ((isOwnPort(port) || !allowsLoopback) && addresses.some(({ address }) => isLoopback(address))) {
          return callback(new ForbiddenDestination(host, port), []);
        }
        answer(addresses, options, callback);
      });
    },
  };
}

/** True for a host that can only mean this machine: by RFC 6761 `localhost` and all names below it too. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$|\.$/g, '');
  if (isLocalName(name)) return true;
  const address = name.replace(/^::ffff:/, '');
  if (isIPv4(address)) return address.startsWith('127.') || address === '0.0.0.0';
  return isIP(name) === 6 && /^(?:::1?|(?:0+:){7}0*1?|::ffff:(?:7f[0-9a-f]{2}:[0-9a-f]{1,4}|0:0))$/.test(name);
}

/** The one on which something listens, as URLs write it; 127.0.0.1 where nothing does. */
export function reachableLoopback(port: number): Promise<'127.0.0.1' | '[::1]'> {
  return new Promise((done) => {
    const lookup = guardDestinations(() => []).lookupFor(port);
    const probe = connect({ host: 'localhost', port, lookup, timeout: 1000 });
    const end = (address: '127.0.0.1' | '[::1]') => {
      probe.destroy();
      done(address);
    };
    probe.once('connect', () => end(probe.remoteFamily === 'IPv6' ? '[::1]' : '127.0.0.1'));
    probe.once('error', () => end('127.0.0.1'));
    probe.once('timeout', () => end('127.0.0.1'));
  });
}

/** In the order in which they are tried: many servers listen on only one of the two. */
const loopbackAddresses: readonly LookupAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

function isLocalName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost');
}

type Resolved = (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void;

function resolve(host: string, options: LookupOptions, done: Resolved): void {
  if (isLocalName(host.toLowerCase().replace(/\.$/, ''))) done(null, loopbackAddresses);
  else lookup(host, { ...options, all: true }, (error, addresses) => done(error, addresses ?? []));
}

function answer(
  addresses: readonly LookupAddress[],
  options: LookupOptions,
  callback: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses;
  if (options.all) callback(null, [...addresses]);
  else if (first) callback(null, first.address, first.family);
  else callback(Object.assign(new Error('The name has no address.'), { code: 'ENOTFOUND' }), []);
}
