/**
 * Lets Playwright drive the recorded browser through the pipe that the core already holds: a WebSocket on loopback, at an
 * address that only the script is told, for as long as the script runs. The browser itself opens no port.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Source } from '../../source.ts';
import type { CdpConnection } from '../cdp-connection.ts';
import { driveSession } from './drive-session.ts';

export type ScriptBridge = Source & {
  port: number;
  /** `ws://127.0.0.1:41004/<256 bits>` */
  url: string;
};

export type BridgeOptions = {
  cdp: CdpConnection;
  /** Asked before a page is closed, so that its last calls can leave. */
  settled(): Promise<void>;
};

/** Screenshots and traces are long messages. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

export async function openBridge(options: BridgeOptions): Promise<ScriptBridge> {
  const path = `/${randomBytes(32).toString('base64url')}`;
  const server = createServer((_request, response) => {
    response.writeHead(404);
    response.end();
  });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (!isTheScript(request, path)) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (client) => attach(client, options));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `ws://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page of any site may try a WebSocket to loopback, but then says where it comes from. */
function isTheScript({ url, headers }: IncomingMessage, path: string): boolean {
  return url === path && headers.origin === undefined;
}

function attach(client: WebSocket, { cdp, settled }: BridgeOptions): void {
  const early: string[] = [];
  let take = (text: string): void => {
    early.push(text);
  };
  client.on('message', (message) => take(String(message)));
  client.on('error', () => client.terminate());
  const send = (message: object) => {
    if (client.readyState === client.OPEN) client.send(JSON.stringify(message));
  };
  void driveSession(cdp, { send, settled }).then(
    (session) => {
      take = session.take;
      for (const text of early) session.take(text);
      if (client.readyState === client.OPEN) client.on('close', session.leave);
      else session.leave();
    },
    () => client.terminate(),
  );
}
