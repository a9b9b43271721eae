/** Gathers changes for a few milliseconds and pushes them as one numbered frame: a burst is one repaint. */
import type { PushData, PushListener } from '../../shared/api/contract.ts';
import type { EventRow } from '../../shared/view/rows.ts';
import { eventRow } from '../../shared/view/rows.ts';
import { emptySummary } from '../../shared/view/session-rows.ts';
import type { Changes, Pipeline } from './pipeline.ts';

/** Well below the 150 ms from call to row that a person still feels as at once. */
const gatherMs = 25;
/** A push of a long session takes a while: gather so much longer than it took, that most of the time is left for work. */
const restTimes = 9;
const longestGatherMs = 120;
/** More new events than this, and more than half of all: guests rather take them page by page than in one frame. */
const mostEvents = 4000;

export type PushQueue = {
  /** Number of the last push that went out: what a snapshot taken now includes. */
  seq(): number;
  add(changes: Changes): void;
  /** Forgets all rows in every guest; the next changes start afresh. */
  reset(): void;
  /** Sends what waits, now: a snapshot must not overtake it. */
  flush(): void;
  close(): void;
};

type Waiting = {
  reset: boolean;
  events: Map<string, EventRow>;
  pairs: Map<string, Changes['pairs'][number] | null>;
  findings: Map<string, Changes['findings'][number] | null>;
};

const nothing = (): Waiting => ({ reset: false, events: new Map(), pairs: new Map(), findings: new Map() });

type PushQueueOptions = {
  push: PushListener;
  /** Asked when a push goes out, since sessions come and go. */
  pipeline(): Pipeline | null;
  /** False where no guest is there: a push is only a number then, as whoever comes asks for a snapshot. */
  isHeard(): boolean;
};

export function createPushQueue({ push, pipeline, isHeard }: PushQueueOptions): PushQueue {
  let waiting = nothing();
  let gather = gatherMs;
  let timer: NodeJS.Timeout | null = null;
  let number = 0;

  const flush = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    number += 1;
    const gathered = waiting;
    waiting = nothing();
    // The first guest would wait for the summary of a long session; from the first time on it is kept up to date.
    if (!isHeard()) return void pipeline()?.summary();
    const started = performance.now();
    if (isTooMuch(gathered, pipeline())) {
      // A number is left out: every guest sees the gap and asks for a snapshot.
      number += 1;
      push('session.changed', asPush(nothing(), { seq: number, pipeline: pipeline() }));
    } else push('session.changed', asPush(gathered, { seq: number, pipeline: pipeline() }));
    gather = Math.min(longestGatherMs, Math.max(gatherMs, (performance.now() - started) * restTimes));
  };
  const schedule = () => {
    timer ??= setTimeout(flush, gather);
  };

  return {
    seq: () => number,
    add: (changes) => {
      merge(waiting, changes);
      schedule();
    },
    reset: () => {
      waiting = { ...nothing(), reset: true };
      schedule();
    },
    flush,
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}

function isTooMuch({ events }: Waiting, pipeline: Pipeline | null): boolean {
  return events.size > mostEvents && events.size * 2 > (pipeline?.events().length ?? 0);
}

/** The last word on each key counts: removed and back again is changed. */
function merge(waiting: Waiting, changes: Changes): void {
  for (const event of changes.events) waiting.events.set(event.id, eventRow(event));
  for (const key of changes.removedPairs) waiting.pairs.set(key, null);
  for (const pair of changes.pairs) waiting.pairs.set(pair.key, pair);
  for (const key of changes.removedFindings) waiting.findings.set(key, null);
  for (const finding of changes.findings) waiting.findings.set(finding.key, finding);
}

function asPush(
  waiting: Waiting,
  { seq, pipeline }: { seq: number; pipeline: Pipeline | null },
): PushData<'session.changed'> {
  const present = <T>(map: Map<string, T | null>) => [...map.values()].filter((value) => value !== null);
  const gone = (map: Map<string, unknown>) => [...map].flatMap(([key, value]) => (value === null ? [key] : []));
  return {
    seq,
    reset: waiting.reset,
    events: [...waiting.events.values()],
    pairs: present(waiting.pairs),
    removedPairs: gone(waiting.pairs),
    findings: present(waiting.findings),
    removedFindings: gone(waiting.findings),
    summary: pipeline?.summary() ?? emptySummary,
  };
}
