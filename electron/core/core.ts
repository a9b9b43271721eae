/** The core as its hosts see it: handlers for calls, a stream of pushes, and an end. */
import type { Handlers, PushListener } from '../../shared/api/contract.ts';
import type { Source } from './source.ts';

export type Core = Source & {
  handlers: Handlers;
  /** Every listener gets every push, in order, on the stack of whoever changed something. Returns what ends it. */
  onPush(listener: PushListener): () => void;
  /** Absolute path of the session file that is open; null where none is. A restarted core opens it again. */
  sessionPath(): string | null;
};

export type CoreOptions = {
  /** Where the certificate authority, settings and sessions live. */
  homeFolder: string;
  /** Ports that the host itself listens on: nothing reaches them through the proxy. */
  ownPorts?: () => number[];
  /** Shows a file in a window beside this one and resolves to its address; left out where the host has none. */
  openApart?: (path: string) => Promise<string>;
};
