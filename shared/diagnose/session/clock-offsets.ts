/** How far the server's event_time is from the Pixel's time, over all joined pairs in which it is far. */
import type { ServerEvent, TrackedEvent } from '../../model/event.ts';
import type { Pair } from '../../model/pair.ts';
import type { SessionView } from '../rule.ts';
import type { News, Tracker } from '../session-rule.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import { compareMoments, createOrdered, type Ordered } from './ordered.ts';

/** `at`: event_time minus the Pixel's time, in ms; `key`: the pair. */
type Offset = { at: number; key: string; isSendTime: boolean };

export type ClockOffsets = {
  /** Pairs in which both sides tell their own time. */
  judged: number;
  /** Those of them whose offset is too large for rounding and transport, sorted by it. */
  far: Ordered<Offset>;
  /** How many of the far ones carry the time of sending as event_time, behind the action: late rather than wrong. */
  sentThen: number;
  has(pairKey: string): boolean;
  keys(): Iterable<string>;
};

export function trackClockOffsets(): Tracker<ClockOffsets> {
  const judged = new Set<string>();
  const far = createOrdered<Offset>(compareMoments);
  const farByPair = new Map<string, Offset>();
  let sentThen = 0;

  function forget(key: string): boolean {
    const offset = farByPair.get(key);
    if (offset !== undefined) {
      far.remove(offset);
      farByPair.delete(key);
      if (offset.isSendTime) sentThen--;
    }
    return judged.delete(key);
  }

  function remember(offset: Offset): void {
    judged.add(offset.key);
    if (Math.abs(offset.at) < diagnoseThresholds.clockOffsetMs) return;
    far.add(offset);
    farByPair.set(offset.key, offset);
    if (offset.isSendTime) sentThen++;
  }

  function take({ pairs, removedPairs }: News, session: SessionView): string[] {
    const before = judged.size;
    let isTouched = false;
    for (const key of removedPairs) isTouched = forget(key) || isTouched;
    for (const pair of pairs) {
      isTouched = forget(pair.key) || isTouched;
      const offset = offsetOf(pair, session);
      if (offset !== null) remember(offset);
    }
    return isTouched || judged.size !== before ? ['all'] : [];
  }

  return {
    take,
    subject: () => ({
      judged: judged.size,
      far,
      sentThen,
      has: (key) => farByPair.has(key),
      keys: () => farByPair.keys(),
    }),
  };
}

/** Null where a side is missing or does not tell its own time, and where one id stands for several actions. */
function offsetOf(pair: Pair, session: SessionView): Offset | null {
  const [browserId, serverId] = [pair.browser[0], pair.server[0]];
  if (browserId === undefined || serverId === undefined || pair.actions > 1) return null;
  const [browser, server] = [session.event(browserId), session.event(serverId)];
  if (!hasOwnTime(browser) || !hasOwnTime(server) || server.side !== 'server') return null;
  const at = server.at - browser.at;
  return { at, key: pair.key, isSendTime: at > 0 && leftAtItsTime(server) };
}

function hasOwnTime(event: TrackedEvent | null): event is TrackedEvent {
  return event?.hasOwnTime === true;
}

function leftAtItsTime({ at, seenAt }: ServerEvent): boolean {
  return seenAt !== null && Math.abs(seenAt - at) <= diagnoseThresholds.steadyMs;
}
