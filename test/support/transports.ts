/** Every way to reach a core, opened for real, so that one suite of tests can run over each. */
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import { type MainPortLike, servePort } from '../../electron/core/serve/port-guest.ts';
import type { Channel } from '../../shared/api/channel.ts';
import { greeting, SOCKET_PATH } from '../../shared/api/handshake.ts';
import { portChannel } from '../../shared/api/port-channel.ts';
import { socketChannel } from '../../shared/api/socket-channel.ts';
import type { CannedCore } from './canned-core.ts';

export type OpenTransport = {
  /** The guest's end. */
  channel: Channel;
  /** Puts any JSON value on the wire, frame or not. */
  sendRaw(value: unknown): void;
  /** Ends the core's side, as when the core dies. */
  cut(): Promise<void>;
};

export type Transport = { name: string; open(core: CannedCore): Promise<OpenTransport> };

function overPorts(name: string, hostEnd: (port: MessagePort) => MessagePort | MainPortLike): Transport {
  return {
    name,
    async open(core) {
      const { port1, port2 } = new MessageChannel();
      const guest = servePort(hostEnd(port1), core);
      return {
        channel: portChannel(port2),
        sendRaw: (value) => port2.postMessage(value),
        cut: async () => guest.close(),
      };
    },
  };
}

/** A worker's port that speaks as Electron's MessagePortMain does: Node's events, with the message in `data`. */
export function asMainPort(port: MessagePort): MainPortLike {
  return {
    on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      return port.on(event, (data) => listener({ data }));
    },
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  };
}

const overSocket: Transport = {
  name: 'WebSocket',
  async open(core) {
    const token = 'a-token-of-a-test';
    const host = await startHost({ core, port: 0, rendererDir: 'nowhere', token });
    const socket = await openSocket(host.port, token);
    return {
      channel: socketChannel(socket),
      sendRaw: (value) => socket.send(JSON.stringify(value)),
      cut: () => host.close(),
    };
  },
};

export const transports: Transport[] = [
  overPorts('MessagePort', (port) => port),
  overPorts('MessagePort in the manner of Electron', asMainPort),
  overSocket,
];

/** A greeted socket, opened as the page of this host would. */
export async function openSocket(port: number, token: string): Promise<WebSocket> {
  const origin = `http://127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${SOCKET_PATH}`, { origin });
  await once(socket, 'open');
  socket.send(greeting(token));
  return socket;
}
