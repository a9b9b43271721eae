/** The first seconds of a WebSocket: nothing passes in either direction before the right greeting. */
import type { WebSocket } from 'ws';
import { CLOSE_UNWELCOME, tokenOfGreeting } from '../../../shared/api/handshake.ts';
import { isSameToken } from './host-guard.ts';

export type GreetOptions = { token: string; withinMs: number };

/** Calls `welcome` at most once, on the stack of the greeting; any other socket is closed with 4401. */
export function greet(socket: WebSocket, { token, withinMs }: GreetOptions, welcome: () => void): void {
  const turnAway = () => socket.close(CLOSE_UNWELCOME, 'unwelcome');
  const timer = setTimeout(turnAway, withinMs);
  socket.once('close', () => clearTimeout(timer));
  socket.once('message', (bytes, isBinary) => {
    clearTimeout(timer);
    const given = isBinary ? null : tokenOfGreeting(bytes.toString());
    if (socket.readyState !== socket.OPEN) return;
    if (given !== null && isSameToken(given, token)) welcome();
    else turnAway();
  });
}
