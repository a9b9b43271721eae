/** What the user writes into a session: notes on the axis of time, pinned pairs, causes that are known. */
import type { TimeMs } from './fact.ts';

/** `moment`: a note on the axis; `pair`: a pinned pair; `cause`: findings of this code are known. */
export type MarkSubject = 'moment' | 'pair' | 'cause';

export type Mark = {
  about: MarkSubject;
  /** Of a pair its key, of a cause the code of the finding, of a moment its time in ms. One mark for each. */
  key: string;
  /** The user's own words; empty where the mark says enough. */
  text: string;
  /** When it was made. */
  at: TimeMs;
};
