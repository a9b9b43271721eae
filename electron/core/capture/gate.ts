/**
 * The proxy's front door, on 127.0.0.1 or for the devices of a local network: sends the few hosts that may be read to the decrypting half and tunnels
 * everything else byte by byte, unread.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Refusal } from '../../../shared/api/errors.ts';
import { splitUrl } from '../../../shared/meta/url.ts';
import {
  type Destinations,
  ForbiddenDestination,
  isDestination,
  isLoopback,
  NoDestination,
  reachableLoopback,
} from './destinations.ts';
import { plainHop } from './dial.ts';
import { createPlainForwarder, NotAdmitted, type PlainForwarder, refuse } from './forward-plain.ts';
import { openTunnel, rejectTunnel } from './tunnel.ts';
import type { UpstreamRoute } from './upstream-route.ts';

export type GateOptions = {
  /** 0: any free port. */
  port: number;
  destinations: Destinations;
  /** How hosts are reached whose traffic passes unread. */
  route: UpstreamRoute;
  /** Null: it listens on 127.0.0.1, for every client there. */
  door: Door | null;
  /** True for a host whose requests go to the decrypting half. */
  isDecrypted(host: string): boolean;
  /** Where that half listens on 127.0.0.1, and how it takes over a connection that came in here. */
  decrypting: { port: number; adopt(socket: Socket): void };
  /** A request or a tunnel passed unread. */
  onOther(): void;
};

/** Who may come in where other machines can knock. */
export type Door = {
  address: string;
  admits(socket: Socket): boolean;
  /** Answers what is not asked of a proxy, from anyone. */
  page(incoming: IncomingMessage, outgoing: ServerResponse): void;
};

export type Gate = { port: number; close(): Promise<void> };

type Target = { host: string; port: number; path: string };

/** Rejects with `Refusal('port-taken')` where the wanted port is not free. */
export async function openGate(options: GateOptions): Promise<Gate> {
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000, maxHeaderSize: 128 * 1024 });
  const forwarder = createPlainForwarder();
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
  });
  const isStranger = ({ socket }: IncomingMessage) => options.door?.admits(socket) === false;
  server.on('request', (incoming, outgoing) => {
    const isForProxy = plainTarget(incoming.url ?? '') !== null;
    if (!isForProxy && options.door) options.door.page(incoming, outgoing);
    else if (isStranger(incoming)) refuse(outgoing, new NotAdmitted());
    else passRequest({ options, forwarder }, incoming, outgoing).catch((error: Error) => refuse(outgoing, error));
  });
  server.on('connect', (incoming, client, head) => {
    if (isStranger(incoming)) rejectTunnel(client, new NotAdmitted());
    else passTunnel(options, incoming, { client, head }).catch((error: Error) => rejectTunnel(client, error));
  });
  server.on('upgrade', (incoming, client, head) => {
    if (isStranger(incoming)) rejectTunnel(client, new NotAdmitted());
    else passUpgrade(options, incoming, { client, head });
  });
  server.on('clientError', (_error, client) => void client.destroy());
  await listen(server, options.port, options.door?.address ?? '127.0.0.1');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const isClosed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      forwarder.close();
      await isClosed;
    },
  };
}

async function passRequest(
  { options, forwarder }: { options: GateOptions; forwarder: PlainForwarder },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const target = plainTarget(incoming.url ?? '');
  if (target === null) {
    outgoing.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end('This is the Twinlane proxy; set it as the proxy of a browser.\n');
    return;
  }
  const { host, port, path } = target;
  if (!isDestination(host, port)) return refuse(outgoing, new NoDestination());
  const route = routeOf(options, target);
  if (route === 'refused') return refuse(outgoing, new ForbiddenDestination(host, port));
  if (route === 'unread') {
    options.onOther();
    const lookup = options.destinations.lookupFor(port);
    const proxyUrl = await options.route.proxyFor(host, port);
    const detour = proxyUrl === null ? { lookup } : plainHop(proxyUrl, incoming.url ?? '');
    return forwarder.forward(incoming, outgoing, { ...target, ...detour });
  }
  const url = isLoopback(host) ? `http://${await reachableLoopback(port)}:${port}${path}` : (incoming.url ?? '');
  forwarder.forward(incoming, outgoing, { host: '127.0.0.1', port: options.decrypting.port, path: url });
}

type Opening = { client: Duplex; head: Buffer };

/**
 * mockttp has its own idea of where `localhost` listens, which fails where the hosts file lacks `::1`: here and above,
 * it is told the address.
 */
async function passTunnel(options: GateOptions, incoming: IncomingMessage, opening: Opening): Promise<void> {
  const { client, head } = opening;
  client.on('error', () => client.destroy());
  const target = splitUrl(`https://${incoming.url ?? ''}`);
  const host = bare(target.host);
  const port = Number(target.port ?? 443);
  if (!isDestination(host, port)) return rejectTunnel(client, new NoDestination());
  const route = routeOf(options, { host, port });
  if (route === 'refused') return rejectTunnel(client, new ForbiddenDestination(host, port));
  if (route === 'unread') {
    options.onOther();
    const lookup = options.destinations.lookupFor(port);
    return openTunnel({ client, host, port, lookup, route: options.route, greeting: ESTABLISHED, prologue: head });
  }
  const authority = `${isLoopback(host) ? await reachableLoopback(port) : target.host}:${port}`;
  client.unshift(Buffer.concat([Buffer.from(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`), head]));
  options.decrypting.adopt(client as Socket);
}

const ESTABLISHED = 'HTTP/1.1 200 Connection Established\r\n\r\n';

/** A WebSocket over plain HTTP without a tunnel: some clients ask a proxy for it like for a page. */
function passUpgrade(options: GateOptions, incoming: IncomingMessage, { client, head }: Opening): void {
  client.on('error', () => client.destroy());
  const target = plainTarget(incoming.url ?? '');
  if (target === null || !isDestination(target.host, target.port)) {
    rejectTunnel(client, new NoDestination());
    return;
  }
  if (routeOf(options, target) === 'refused') {
    rejectTunnel(client, new ForbiddenDestination(target.host, target.port));
    return;
  }
  const { host, port, path } = target;
  options.onOther();
  const lines = [`${incoming.method} ${path} HTTP/1.1`];
  for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
    const name = incoming.rawHeaders[index] ?? '';
    if (!/^proxy-/i.test(name)) lines.push(`${name}: ${incoming.rawHeaders[index + 1]}`);
  }
  const prologue = Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]);
  const lookup = options.destinations.lookupFor(port);
  openTunnel({ client, host, port, lookup, route: options.route, greeting: null, prologue });
}

/** A name that leads to the app itself is found out later, by the look-up; it is refused then. */
function routeOf(options: GateOptions, { host, port }: Omit<Target, 'path'>): 'refused' | 'read' | 'unread' {
  const isRead = options.isDecrypted(host);
  if (!options.destinations.allowsLoopback && isLoopback(host)) return 'refused';
  if (options.destinations.isOwnPort(port) && (isRead || isLoopback(host))) return 'refused';
  return isRead ? 'read' : 'unread';
}

/** What a request line in absolute form asks for; null for any other form. */
function plainTarget(url: string): Target | null {
  const rest = /^http:\/\/[^/?#]+(.*)$/is.exec(url)?.[1];
  if (rest === undefined) return null;
  const { host, port } = splitUrl(url);
  const path = rest.startsWith('/') ? rest : `/${rest}`;
  return { host: bare(host), port: Number(port ?? 80), path };
}

function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}

function listen(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE' || cause.code === 'EACCES';
      reject(
        isTaken ? new Refusal('port-taken', `Port ${port} is taken; choose another for the proxy.`, { cause }) : cause,
      );
    });
    server.listen(port, address, resolve);
  });
}
