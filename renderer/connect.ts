/** Finds out which host the window is in, and opens its channel to the core. No other file knows. */
import type { Channel } from '../shared/api/channel.ts';
import { DESKTOP_GLOBAL, type DesktopApi } from '../shared/api/desktop.ts';
import { CLOSE_UNWELCOME, greeting, PORT_MESSAGE, SOCKET_PATH } from '../shared/api/handshake.ts';
import { portChannel } from '../shared/api/port-channel.ts';
import { socketChannel } from '../shared/api/socket-channel.ts';

export type Connection = {
  channel: Channel;
  /** True once the host has turned this window away: its address is not that of a running Twinlane. */
  wasTurnedAway(): boolean;
};

/** What only a desktop can do; null in a browser tab. */
export const desktop: DesktopApi | null =
  DESKTOP_GLOBAL in window ? (window[DESKTOP_GLOBAL as keyof Window] as DesktopApi) : null;

/** Rejects where no core answers. On the desktop it waits for the port of the next core. */
export function openConnection(): Promise<Connection> {
  return desktop === null ? openSocket() : nextPort();
}

const waitingPorts: MessagePort[] = [];
const waitingGuests: ((port: MessagePort) => void)[] = [];

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return;
  const guest = waitingGuests.shift();
  if (guest === undefined) waitingPorts.push(port);
  else guest(port);
});

async function nextPort(): Promise<Connection> {
  const port = waitingPorts.pop() ?? (await new Promise<MessagePort>((resolve) => waitingGuests.push(resolve)));
  waitingPorts.length = 0;
  return { channel: portChannel(port), wasTurnedAway: () => false };
}

function openSocket(): Promise<Connection> {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${location.host}${SOCKET_PATH}`);
  let closeCode = 0;
  socket.addEventListener('close', (event) => {
    closeCode = event.code;
  });
  return new Promise((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('No Twinlane answers at this address.')));
    socket.addEventListener('open', () => {
      socket.send(greeting(token));
      resolve({ channel: socketChannel(socket), wasTurnedAway: () => closeCode === CLOSE_UNWELCOME });
    });
  });
}
