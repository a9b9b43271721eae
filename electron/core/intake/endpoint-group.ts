/** Groups the writes of requests that come close together into one commit: each is answered after it all the same. */
import type { Fact } from '../../../shared/model/fact.ts';
import type { FactSink } from '../source.ts';

type Waiting = { facts: Fact[]; resolve: () => void; reject: (error: unknown) => void };

/** More would only make everyone wait longer. */
const maxRequests = 64;
const maxWaitMs = 5;

/**
 * Waits while each turn of the event loop brings further requests, but never long; a request that comes alone is
 * written in the next turn.
 */
export function groupWrites(sink: FactSink): FactSink {
  let waiting: Waiting[] = [];
  let seen = 0;
  let since = 0;
  let isScheduled = false;

  const write = () => {
    const group = waiting;
    waiting = [];
    seen = 0;
    sink.add(group.flatMap(({ facts }) => facts)).then(
      () => {
        for (const { resolve } of group) resolve();
      },
      (error: unknown) => {
        for (const { reject } of group) reject(error);
      },
    );
  };

  const look = () => {
    const isGrowing = waiting.length > seen && waiting.length < maxRequests && performance.now() - since < maxWaitMs;
    seen = waiting.length;
    if (isGrowing) return void setImmediate(look);
    isScheduled = false;
    write();
  };

  return {
    add: (facts) =>
      new Promise((resolve, reject) => {
        waiting.push({ facts, resolve, reject });
        if (isScheduled) return;
        isScheduled = true;
        since = performance.now();
        setImmediate(look);
      }),
  };
}
