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

  function take({ pairs, removedPairs, replaced }: News, session: SessionView): Set<string> {
    const touched = new Set<string>();
    const move = (pair: Pair | undefined, way: 'in' | 'out') => {
      const found = pair === undefined ? null : offsetOf(pair, session);
      if (found === null) return;
      const clock = clocks.get(found.clock) ?? createClock();
      clocks.set(found.clock, clock);
      if (way === 'in') clock.remember(found.offset);
      else clock.forget(found.offset);
      touched.add(found.clock);
    };
    for (const key of removedPairs) move(replaced.get(key), 'out');
    for (const pair of pairs) {
      move(replaced.get(pair.key), 'out');
      move(pair, 'in');
    }
    return touched;
  }

  return { take, subject: (name) => clocks.get(name)?.offsets() ?? null };
}

type Placed = { clock: string; offset: Offset };
type Clock = { remember(offset: Offset): void; forget(offset: Offset): void; offsets(): ClockOffsets };

function createClock(): Clock {
  const far = createOrdered<Offset>(compareMoments);
  const farPairs = new Set<string>();
  let [judged, sentThen] = [0, 0];

  return {
    forget(offset) {
      judged--;
      if (!isFar(offset)) return;
      far.remove(offset);
      farPairs.delete(offset.key);
      if (offset.isSendTime) sentThen--;
    },
    remember(offset) {
      judged++;
      if (!isFar(offset)) return;
      far.add(offset);
      farPairs.add(offset.key);
      if (offset.isSendTime) sentThen++;
    },
    offsets: () => ({ judged, far, sentThen, has: (key) => farPairs.has(key), keys: () => farPairs.keys() }),
  };
}

function isFar({ at }: Offset): boolean {
  return Math.abs(at) >= diagnoseThresholds.clockOffsetMs;
}

/** Null where a side is missing or does not tell its own time, and where one id stands for several actions. */
function offsetOf(pair: Pair, session: SessionView): Placed | null {
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
