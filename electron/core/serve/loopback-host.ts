/** Browser mode: the view over loopback HTTP and the core over a WebSocket, for whoever holds this run's token. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { Refusal } from '../../../shared/api/errors.ts';
import { MAX_FRAME_BYTES } from '../../../shared/api/handshake.ts';
import type { Core } from '../core.ts';
import type { Source } from '../source.ts';
import { greet } from './greet.ts';
import { judgeUpgrade, newToken } from './host-guard.ts';
import { logInternal } from './log-internal.ts';
import { serveSocket } from './socket-guest.ts';
import { answerWithView } from './view-server.ts';

export type HostOptions = {
  core: Pick<Core, 'handlers' | 'onPush'>;
  /** 0: any free port. */
  port: number;
  /** Folder of the built view. */
  rendererDir: string;
  /** A new one per run where none is given. */
  token?: string;
  /** How long a new socket may wait with its greeting. */
  greetingMs?: number;
  /** Page origins of a development server; leave out everywhere else. */
  devOrigins?: string[];
};

/** `url` holds the token in its fragment, which no browser sends anywhere: show it, never log it. */
export type LoopbackHost = Source & { url: string; port: number };

const GREETING_MS = 3000;

/** @throws Refusal `port-taken` where another program listens on `port`. */
export async function startHost(options: HostOptions): Promise<LoopbackHost> {
  const { core, rendererDir, token = newToken(), greetingMs = GREETING_MS, devOrigins = [] } = options;
  const server = createServer();
  const port = await listen(server, options.port);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });

  server.on('request', (request, response) => {
    answerWithView(request, response, { rendererDir, port }).catch((error: unknown) => {
      logInternal(error, 'answering a page request');
      response.destroy();
    });
  });
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const verdict = judgeUpgrade(request, { port, devOrigins });
    if (verdict.status !== 200) return refuseUpgrade(stream, verdict.status);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => socket.terminate());
      greet(socket, { token, withinMs: greetingMs }, () => serveSocket(socket, core));
    });
  });

  return { port, url: `http://127.0.0.1:${port}/#token=${token}`, close: () => closeAll(server, sockets) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, port)));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenFailure(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
  const why = error.code === 'EACCES' ? 'may not be used' : 'is taken by another program';
  return new Refusal('port-taken', `Port ${port} ${why}; choose another one, or 0 for any.`, { cause: error });
}

function refuseUpgrade(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'Twinlane ends');
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
    const lastWord = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 500);
    sockets.close();
    server.once('close', () => clearTimeout(lastWord));
  });
}
