/** A greeted WebSocket as a guest of the core; one that stops reading is ended before it fills our memory. */
import type { WebSocket } from 'ws';
import type { Channel } from '../../../shared/api/channel.ts';
import { socketChannel } from '../../../shared/api/socket-channel.ts';
import type { Core } from '../core.ts';
import { attachGuest } from './attach-guest.ts';

/** Pushes that wait for a stalled tab; it comes back with a snapshot. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

export function serveSocket(socket: WebSocket, core: Pick<Core, 'handlers' | 'onPush'>): void {
  const pipe = socketChannel(socket);
  const channel: Channel = {
    ...pipe,
    send(frame) {
      if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
      else pipe.send(frame);
    },
  };
  attachGuest(channel, core);
}
