/** An open WebSocket as a Channel: one frame is one JSON text. The same for the browser's and for Node's. */
import { parseJson } from '../model/json.ts';
import type { Channel } from './channel.ts';

const OPEN = 1;
const CLOSED = 3;

/** What the DOM's WebSocket and that of the `ws` package have in common. */
export type SocketLike = {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'close', listener: () => void): void;
};

/** `socket` is open already. Binary messages and texts that are not JSON reach the listener as `undefined`. */
export function socketChannel(socket: SocketLike): Channel {
  return {
    send(frame) {
      if (socket.readyState === OPEN) socket.send(JSON.stringify(frame));
    },
    onFrame(listener) {
      socket.addEventListener('message', ({ data }) => {
        listener(typeof data === 'string' ? parseJson(data) : undefined);
      });
    },
    onClose(listener) {
      if (socket.readyState === CLOSED) listener();
      else socket.addEventListener('close', () => listener());
    },
    close() {
      socket.close();
    },
  };
}
