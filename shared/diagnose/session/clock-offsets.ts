/** How far a server's event_time is from the Pixel's time, over all joined pairs in which it is far. Each log has its own clock. */
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
  const clocks = new Map<string, Clock>();
  const clockOfPair = new Map<string, string>();

  function take({ pairs, removedPairs }: News, session: SessionView): Set<string> {
    const touched = new Set<string>();
    const forget = (pairKey: string) => {
      const name = clockOfPair.get(pairKey);
      if (name === undefined) return;
      clocks.get(name)?.forget(pairKey);
      clockOfPair.delete(pairKey);
      touched.add(name);
    };
    for (const key of removedPairs) forget(key);
    for (const pair of pairs) {
      forget(pair.key);
      const found = offsetOf(pair, session);
      if (found === null) continue;
      const clock = clocks.get(found.clock) ?? createClock();
      clock.remember(found.offset);
      clocks.set(found.clock, clock);
      clockOfPair.set(pair.key, found.clock);
      touched.add(found.clock);
    }
    return touched;
  }

  return { take, subject: (name) => clocks.get(name)?.offsets() ?? null };
}

type Clock = { remember(offset: Offset): void; forget(pairKey: string): void; offsets(): ClockOffsets };

function createClock(): Clock {
  const judged = new Set<string>();
  const far = createOrdered<Offset>(compareMoments);
  const farByPair = new Map<string, Offset>();
  let sentThen = 0;

  return {
    forget(key) {
      judged.delete(key);
      const offset = farByPair.get(key);
      if (offset === undefined) return;
      far.remove(offset);
      farByPair.delete(key);
      if (offset.isSendTime) sentThen--;
    },
    remember(offset) {
      judged.add(offset.key);
      if (Math.abs(offset.at) < diagnoseThresholds.clockOffsetMs) return;
      far.add(offset);
      farByPair.set(offset.key, offset);
      if (offset.isSendTime) sentThen++;
    },
    offsets: () => ({
      judged: judged.size,
      far,
      sentThen,
      has: (key) => farByPair.has(key),
      keys: () => farByPair.keys(),
    }),
  };
}

/** Null where a side is missing or does not tell its own time, and where one id stands for several actions. */
function offsetOf(pair: Pair, session: SessionView): { clock: string; offset: Offset } | null {
  const [browserId, serverId] = [pair.browser[0], pair.server[0]];
  if (browserId === undefined || serverId === undefined || pair.actions > 1) return null;
  const [browser, server] = [session.event(browserId), session.event(serverId)];
  if (!hasOwnTime(browser) || !hasOwnTime(server) || server.side !== 'server') return null;
  const at = server.at - browser.at;
  const offset = { at, key: pair.key, isSendTime: at > 0 && leftAtItsTime(server) };
  return { clock: String(server.source.input), offset };
}

function hasOwnTime(event: TrackedEvent | null): event is TrackedEvent {
  return event?.hasOwnTime === true;
}

function leftAtItsTime({ at, seenAt }: ServerEvent): boolean {
  return seenAt !== null && Math.abs(seenAt - at) <= diagnoseThresholds.steadyMs;
}
