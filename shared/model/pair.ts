/** One action of a visitor: the browser events and server events that stand for it, and what Meta makes of them. */
import type { EventId } from './event.ts';
import type { TimeMs } from './fact.ts';

export type Verdict = 'deduplicated' | 'fallback' | 'double-counted' | 'browser-only' | 'server-only';

/** SPEC.md of shared/pair: P1 exact, P2 fallback, P3 evidence; null for events that stand alone. */
export type PairRule = 'P1' | 'P2' | 'P3';

/** Why two events are taken for one action although Meta would not join them. */
export type Evidence = { kind: string; browser: string; server: string };

export type Pair = {
  /** Stable while events arrive: derived from the first event in it. */
  key: string;
  datasetId: string | null;
  eventName: string;
  verdict: Verdict;
  rule: PairRule | null;
  browser: EventId[];
  server: EventId[];
  /** Order or transaction number, where an event carries one. */
  order: string | null;
  /** Server time minus browser time of the events that were joined, in ms; null where a side is missing. */
  gapMs: number | null;
  /** The copy that Meta is predicted to keep; null where no copy counts or both do. */
  kept: EventId | null;
  /** Events in it that Meta would count: 0 where nothing arrived, 2 where both copies count. */
  counted: number;
  /** Actions that really happened in it: 1, or more where one event_id was used for different actions. */
  actions: number;
  /** Key of the pair that already stands for this action: this one is the same action sent once more. */
  repeatOf: string | null;
  evidence: Evidence[];
  /** One plain sentence. */
  why: string;
  /** Time of its first event. */
  at: TimeMs;
  /** Other pairs that fit as well as each other, where the evidence does not decide. */
  candidates: string[];
};
