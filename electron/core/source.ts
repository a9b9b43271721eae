/** What the session gives to every source of facts, and what it gets back. */
import type { Fact, Input } from '../../shared/model/fact.ts';

export type FactSink = {
  /**
   * Appends facts. Resolves once they are on disk (and so may be acknowledged or shown); rejects with a
   * StorageFailure when they cannot be stored, which must never disturb the browsing session.
   */
  add(facts: Fact[]): Promise<void>;
};

/** A running source. `close` ends it and gives back everything it took: sockets, processes, folders. */
export type Source = { close(): Promise<void> };

/**
 * How a source registers itself: the session numbers inputs in the order of registration, from 0. `path`: its file,
 * for looking up what stands around a record; it is kept in memory only.
 */
export type OpenInput = (kind: Input['kind'], name: string, path?: string) => InputHandle;

export type InputHandle = {
  input: Input;
  sink: FactSink;
  /** Counts records seen (`usable` false: should have been readable and was not); cheap, call for every one. */
  count(usable: boolean): void;
};
