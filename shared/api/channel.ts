/** The two-method pipe that every transport is (MessagePort, WebSocket), and the frames that ride in it. */
import type { CallName, PushName } from './contract.ts';
import type { CallError } from './errors.ts';

type Frame =
  | { frame: 'call'; id: number; name: CallName; input: unknown }
  | { frame: 'reply'; id: number; output: unknown }
  | { frame: 'refusal'; id: number; error: CallError }
  | { frame: 'push'; name: PushName; data: unknown };

export type Channel = {
  send(frame: Frame): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
};
