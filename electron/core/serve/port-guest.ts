/** Serves the core over MessagePorts: those of Electron's utility process and those of Node's worker threads. */
import { type PortLike, portChannel } from '../../../shared/api/port-channel.ts';
import type { ServedGuest } from '../../../shared/api/serve.ts';
import type { Core } from '../core.ts';
import { attachGuest } from './attach-guest.ts';

/** The part that we use of Electron's MessagePortMain, which speaks Node's events instead of the DOM's. */
export type MainPortLike = {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
};

export function servePort(port: PortLike | MainPortLike, core: Pick<Core, 'handlers' | 'onPush'>): ServedGuest {
  return attachGuest(portChannel('addEventListener' in port ? port : withDomEvents(port)), core);
}

function withDomEvents(port: MainPortLike): PortLike {
  return {
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
    addEventListener(type, listener) {
      if (type === 'message') port.on('message', listener);
      else port.on('close', () => listener({}));
    },
  };
}
