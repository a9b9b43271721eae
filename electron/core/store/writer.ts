/** Commits what arrives within one turn of the event loop together, and flushes it to the disk soon after. */
import type { Fact, Input, InputId } from '../../../shared/model/fact.ts';
import type { FactSink } from '../source.ts';
import type { SessionFile } from './session-over.ts';

export type WriterOptions = {
  /** Facts that are stored now, in the order in which they were added; before their `add` resolves. */
  onCommitted?: (facts: Fact[]) => void;
  /** Once when storing begins to fail, with what the file threw. Later adds are tried again all the same. */
  onFailure: (error: unknown) => void;
  /** Once when it works again. */
  onResumed?: () => void;
};

export type Writer = FactSink & {
  /** Stores the counters of an input with the next commit; only the last call for each input counts. */
  putInput(input: Input): void;
  /** Commits what waits, now. */
  flush(): void;
  /** Flushes; whatever is added later is refused. The file stays open: it belongs to the caller. */
  close(): void;
};

/** The most that a power cut can take; the end of the process takes nothing. */
const FLUSH_AFTER_MS = 500;

type Waiting = { facts: Fact[]; resolve: () => void; reject: (error: unknown) => void };

/** Groups the writes of all sources of one session. */
export function createWriter(file: SessionFile, options: WriterOptions): Writer {
  let queue: Waiting[] = [];
  let inputs = new Map<InputId, Input>();
  let turn: NodeJS.Immediate | null = null;
  let flushing: NodeJS.Timeout | null = null;
  let isFailing = false;
  let isClosed = false;

  const commit = () => {
    if (turn !== null) clearImmediate(turn);
    turn = null;
    if (queue.length === 0 && inputs.size === 0) return;
    const batch = queue;
    const facts = batch.flatMap((waiting) => waiting.facts);
    queue = [];
    try {
      file.append(facts, [...inputs.values()]);
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
      report(error);
      return;
    }
    inputs = new Map();
    flushing ??= setTimeout(flushToDisk, FLUSH_AFTER_MS).unref();
    succeed(batch, facts);
  };

  const report = (error: unknown) => {
    if (isFailing) return;
    isFailing = true;
    options.onFailure(error);
  };

  const flushToDisk = () => {
    flushing = null;
    void file.sync().catch(report);
  };

  /** A listener that throws is a bug and surfaces as one, but what is stored is acknowledged all the same. */
  const succeed = (batch: Waiting[], facts: Fact[]) => {
    const hasResumed = isFailing;
    isFailing = false;
    try {
      if (hasResumed) options.onResumed?.();
      if (facts.length > 0) options.onCommitted?.(facts);
    } finally {
      for (const waiting of batch) waiting.resolve();
    }
  };

  const schedule = () => {
    turn ??= setImmediate(commit);
  };

  return {
    add: (facts) => {
      if (isClosed) return Promise.reject(new Error('The session is closed: nothing more can be added to it.'));
      if (facts.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        queue.push({ facts, resolve, reject });
        schedule();
      });
    },
    putInput: (input) => {
      if (isClosed) return;
      inputs.set(input.id, { ...input });
      schedule();
    },
    flush: commit,
    close: () => {
      commit();
      isClosed = true;
      if (flushing !== null) clearTimeout(flushing);
    },
  };
}
