/** Joins two sockets so that bytes pass unread, in both directions, until either side is done. */
import type { LookupFunction, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { dial } from './dial.ts';
import { refusalOf } from './forward-plain.ts';
import type { UpstreamRoute } from './upstream-route.ts';

export type Tunnel = {
  client: Duplex;
  host: string;
  port: number;
  lookup?: LookupFunction;
  route: UpstreamRoute;
  /** What the client is told once the other side is reached; null where the other side answers itself. */
  greeting: string | null;
  /** Bytes for the other side that come before the client's own. */
  prologue: Buffer;
};

/** Connects and joins; a destination that cannot be reached is told to the client in HTTP. */
export function openTunnel({ client, greeting, prologue, route, ...destination }: Tunnel): void {
  let upstream: Socket | null = null;
  client.once('error', () => upstream?.destroy());
  client.once('close', () => upstream?.destroy());
  dial(destination, route).then(
    (socket) => {
      if (client.destroyed) return void socket.destroy();
      upstream = socket;
      if (greeting !== null) client.write(greeting);
      if (prologue.length > 0) socket.write(prologue);
      join(client, socket);
    },
    (error: Error) => rejectTunnel(client, error),
  );
}

function join(client: Duplex, upstream: Socket): void {
  upstream.once('error', () => client.destroy());
  upstream.once('close', () => client.destroy());
  client.pipe(upstream);
  upstream.pipe(client);
}

const reasons = { 400: 'Bad Request', 403: 'Forbidden', 502: 'Bad Gateway' };

/** Ends a connection that asked for a tunnel with 400, 403 or 502. */
export function rejectTunnel(client: Duplex, error: Error): void {
  const { status, text } = refusalOf(error);
  const head = `HTTP/1.1 ${status} ${reasons[status]}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}`;
  client.end(`${head}\r\nConnection: close\r\n\r\n${text}`);
}
