/**
 * A pipeline that never takes most of the process's time. A step costs what it touches: seldom more than a fraction of
 * a millisecond a fact, but a site that gives one event_id to everything has one pair of all its events, which each of
 * them touches. Facts then wait together while the pipeline rests; whoever asks gets them taken in first.
 */
import type { Fact } from '../../shared/model/fact.ts';
import type { Changes, Pipeline } from './pipeline.ts';

export type PacedPipeline = {
  /** As the pipeline, with all that waits taken in first; `summary` alone tells what stands. */
  pipeline: Pipeline;
  /** Takes the facts now, or soon. */
  take(facts: Iterable<Fact>): void;
  /** Takes what waits, if anything does; nothing is taken later by itself. */
  close(): void;
};

type PaceOptions = { onChanges(changes: Changes): void; clock?: () => number };

/** A step below this is not felt. */
const dearMs = 30;
/** A fact for which it takes longer than this is dear: several times as long as one costs among others. */
const dearMsAFact = 0.25;
/** Rests so much longer than a dear step took, that three quarters of the time are left for other work. */
const restTimes = 3;
const longestRestMs = 5_000;

export function pacedPipeline(
  inner: Pipeline,
  { onChanges, clock = () => performance.now() }: PaceOptions,
): PacedPipeline {
  let waiting: Fact[] = [];
  let restsUntil = Number.NEGATIVE_INFINITY;
  /** One dear step alone may be a collection of garbage, which the next one will not meet. */
  let wasDear = false;
  let waking: NodeJS.Timeout | undefined;

  function run(facts: Iterable<Fact>): void {
    clearTimeout(waking);
    waking = undefined;
    const started = clock();
    let count = 0;
    const counted = function* () {
      for (const fact of facts) {
        count += 1;
        yield fact;
      }
    };
    onChanges(inner.take(counted()));
    const ms = clock() - started;
    const isDear = ms > dearMs && ms > count * dearMsAFact;
    restsUntil = isDear && wasDear ? clock() + Math.min(longestRestMs, ms * restTimes) : Number.NEGATIVE_INFINITY;
    wasDear = isDear;
  }

  function take(facts: Iterable<Fact>): void {
    const restMs = restsUntil - clock();
    if (restMs <= 0) {
      run(after(facts));
      return;
    }
    for (const fact of facts) waiting.push(fact);
    waking ??= setTimeout(settle, restMs).unref();
  }

  function settle(): void {
    if (waiting.length > 0) run(after([]));
  }

  /** What waits, then these. */
  function after(facts: Iterable<Fact>): Iterable<Fact> {
    if (waiting.length === 0) return facts;
    const earlier = waiting;
    waiting = [];
    return [...earlier, ...facts];
  }

  const settled = <Args extends unknown[], Result>(ask: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      settle();
      return ask(...args);
    };
  };

  const pipeline: Pipeline = {
    ...inner,
    events: settled(inner.events),
    event: settled(inner.event),
    pairs: settled(inner.pairs),
    pair: settled(inner.pair),
    findings: settled(inner.findings),
    findingsOf: settled(inner.findingsOf),
    orders: settled(inner.orders),
    problems: settled(inner.problems),
    readings: settled(inner.readings),
  };
  return { pipeline, take, close: settle };
}
