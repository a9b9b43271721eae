/** What the connection check found about one way by which events come into the session. */
import type { Input, TimeMs } from './fact.ts';

export type WayCheck = {
  /** The kind of its input. */
  way: Input['kind'];
  /** Address, file or description, as the user knows it. */
  name: string;
  /** Null where the way has no input of its own. */
  input: number | null;
  /** `waiting`: nothing is wrong, but nothing of use has come in by it yet. */
  state: 'ok' | 'waiting' | 'failed';
  /** What was tried and seen, in one or two sentences. */
  detail: string;
  /** What to do; null where all is well. */
  advice: string | null;
  /** When it last brought a server event; null where it brought none. */
  lastEventAt: TimeMs | null;
};
