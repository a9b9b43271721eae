/** A MessagePort as a Channel: the window's, a worker thread's, or (adapted) Electron's own. */
import type { Channel } from './channel.ts';

/** What the DOM's and Node's MessagePort have in common. */
export type PortLike = {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void;
};

/** Closing either end closes both; a frame sent after that is dropped. */
export function portChannel(port: PortLike): Channel {
  const closeListeners: (() => void)[] = [];
  let isClosed = false;
  const markClosed = () => {
    if (isClosed) return;
    isClosed = true;
    for (const listener of closeListeners) listener();
  };
  port.addEventListener('close', markClosed);
  return {
    send(frame) {
      if (!isClosed) port.postMessage(frame);
    },
    onFrame(listener) {
      port.addEventListener('message', (event) => {
        if (!isClosed && 'data' in event) listener(event.data);
      });
      port.start();
    },
    onClose(listener) {
      if (isClosed) listener();
      else closeListeners.push(listener);
    },
    close() {
      port.close();
      markClosed();
    },
  };
}
