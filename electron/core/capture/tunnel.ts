/** Joins two sockets so that bytes pass unread, in both directions, until either side is done. */
import { connect, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { refusalOf } from './forward-plain.ts';

export type Tunnel = {
  client: Duplex;
  host: string;
  port: number;
  lookup?: LookupFunction;
  /** What the client is told once the other side is reached; null where the other side answers itself. */
  greeting: string | null;
  /** Bytes for the other side that come before the client's own. */
  prologue: Buffer;
};

/** Connects and joins; a destination that cannot be reached is told to the client in HTTP. */
export function openTunnel({ client, host, port, lookup, greeting, prologue }: Tunnel): void {
  const upstream = connect({ host, port, allowHalfOpen: true, noDelay: true, ...(lookup ? { lookup } : {}) });
  const fail = (error: Error) => rejectTunnel(client, error);
  upstream.once('error', fail);
  client.once('error', () => upstream.destroy());
  client.once('close', () => upstream.destroy());
  upstream.once('connect', () => {
    upstream.off('error', fail);
    if (greeting !== null) client.write(greeting);
    if (prologue.length > 0) upstream.write(prologue);
    join(client, upstream);
  });
}

function join(client: Duplex, upstream: Socket): void {
  upstream.once('error', () => client.destroy());
  upstream.once('close', () => client.destroy());
  client.pipe(upstream);
  upstream.pipe(client);
}

/** Ends a connection that asked for a tunnel with 403 or 502. */
export function rejectTunnel(client: Duplex, error: Error): void {
  const { status, text } = refusalOf(error);
  const reason = status === 403 ? 'Forbidden' : 'Bad Gateway';
  const head = `HTTP/1.1 ${status} ${reason}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}`;
  client.end(`${head}\r\nConnection: close\r\n\r\n${text}`);
}
