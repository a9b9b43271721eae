/** Passes plain HTTP on as it is: streamed both ways, never kept, changed in nothing but hop-by-hop headers. */
import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request,
  type ServerResponse,
} from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline } from 'node:stream';
import { ForbiddenDestination, NoDestination } from './destinations.ts';
import type { PlainHop } from './dial.ts';

/**
 * Where the next hop listens, and what it is asked for: a path, or a whole URL if it is a proxy; then with the headers
 * that it alone is to get.
 */
type Hop = Partial<PlainHop> & { host: string; port: number; path: string; lookup?: LookupFunction };

export type PlainForwarder = {
  forward(incoming: IncomingMessage, outgoing: ServerResponse, hop: Hop): void;
  close(): void;
};

const hopByHop = new Set(['proxy-connection', 'proxy-authorization', 'connection', 'keep-alive']);

/** Kept connections carry only requests without a body: those can be sent again if the server just hung up. */
export function createPlainForwarder(): PlainForwarder {
  const agent = new Agent({ keepAlive: true });
  return {
    forward(incoming, outgoing, hop) {
      // Node throws where a request cannot be written as it came, and a throw here would end everything.
      try {
        send(incoming, outgoing, hop);
      } catch (error) {
        refuse(outgoing, error as Error);
      }
    },
    close: () => agent.destroy(),
  };

  function send(incoming: IncomingMessage, outgoing: ServerResponse, hop: Hop): void {
    const canRepeat = !('content-length' in incoming.headers || 'transfer-encoding' in incoming.headers);
    const own = hop.agent ?? (canRepeat && !hop.isSecure ? agent : false);
    connect(incoming, outgoing, { ...hop, agent: own });
  }
}

type Way = Omit<RequestOptions, 'headers'> & Pick<Partial<PlainHop>, 'headers' | 'isSecure'>;

function connect(incoming: IncomingMessage, outgoing: ServerResponse, options: Way): void {
  const headers = [...endToEnd(incoming.rawHeaders), ...(options.headers ?? [])];
  const send = options.isSecure ? secureRequest : request;
  const upstream = send({ ...options, method: incoming.method, headers, setHost: false });
  const abort = () => void (outgoing.writableFinished || upstream.destroy());
  upstream.on('response', (answer) => stream(answer, outgoing));
  upstream.on('error', (error) => {
    outgoing.off('close', abort);
    incoming.unpipe(upstream);
    if (wasHungUp(upstream, error) && !outgoing.destroyed) connect(incoming, outgoing, { ...options, agent: false });
    else refuse(outgoing, error);
  });
  outgoing.on('close', abort);
  incoming.pipe(upstream);
}

function wasHungUp(upstream: ClientRequest, error: NodeJS.ErrnoException): boolean {
  return upstream.reusedSocket && error.code === 'ECONNRESET';
}

function stream(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', endToEnd(answer.rawHeaders));
  outgoing.flushHeaders();
  pipeline(answer, outgoing, (error) => {
    if (error) outgoing.destroy();
  });
}

/** Header lines in their order and spelling, without those that concern one connection only. */
function endToEnd(rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => !hopByHop.has((rawHeaders[index - (index % 2)] ?? '').toLowerCase()));
}

/** Answers with 400, 403 or 502; where an answer has already begun, breaks it off. */
export function refuse(outgoing: ServerResponse, error: Error): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  const { status, text } = refusalOf(error);
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  outgoing.end(text);
}

/** A device of the local network that has not opened the page of the QR code. */
export class NotAdmitted extends Error {}

/** How the proxy tells its client that a destination was none (400), was forbidden (403) or not reached (502). */
export function refusalOf(error: Error): { status: 400 | 403 | 502; text: string } {
  if (error instanceof NoDestination) return { status: 400, text: 'This is no address that a proxy can reach.\n' };
  if (error instanceof ForbiddenDestination) {
    return { status: 403, text: 'Twinlane does not let pages reach its own ports.\n' };
  }
  if (error instanceof NotAdmitted) {
    return { status: 403, text: 'Twinlane does not know this device: open the page of its QR code on it first.\n' };
  }
  const { code = 'no answer' } = error as NodeJS.ErrnoException;
  return { status: 502, text: `Twinlane could not reach this address (${code}).\n` };
}
