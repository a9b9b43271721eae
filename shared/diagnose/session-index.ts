/** What is known of a session so far, as rules ask for it: events, requests, sent names, pairs. */
import type { EventId, ServerEvent, Side, TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { PairChanges } from '../pair/board.ts';
import type { PairView, SessionView } from './rule.ts';
import { createSentNames } from './sent-names.ts';

export type SessionIndex = SessionView & {
  /**
   * Takes in what arrived and the pairs that changed through it. Returns the pairs of which one side is missing and of
   * whose event name and dataset the other side has sent its first: what is said of their coverage changes.
   */
  take(events: readonly TrackedEvent[], changes: PairChanges): Iterable<string>;
  viewOf(pair: Pair): PairView;
};

export function createSessionIndex(known: Pick<SessionView, 'identity' | 'now' | 'orders'>): SessionIndex {
  const events = new Map<string, TrackedEvent>();
  const requests = new Map<string, ServerEvent[]>();
  const sent = { browser: createSentNames(), server: createSentNames() };
  const pairs = new Map<string, Pair>();
  const oneSided = new Map<string, Set<string>>();

  function take(added: readonly TrackedEvent[], changes: PairChanges): Iterable<string> {
    const newNames = new Set<string>();
    for (const event of added) {
      if (event.side === 'server') remember(event, events.has(event.id));
      events.set(event.id, event);
      if (event.role === 'event' && sent[event.side].add(event)) newNames.add(event.eventName);
    }
    for (const key of changes.removed) forget(key);
    for (const pair of changes.upserted) keep(pair);
    return [...newNames].flatMap((name) => [...(oneSided.get(name) ?? [])]);
  }

  function remember(event: ServerEvent, isKnown: boolean): void {
    const request = requests.get(event.request);
    if (request === undefined) requests.set(event.request, [event]);
    else if (isKnown) request[request.findIndex(({ id }) => id === event.id)] = event;
    else request.push(event);
  }

  function forget(key: string): void {
    oneSided.get(pairs.get(key)?.eventName ?? '')?.delete(key);
    pairs.delete(key);
  }

  function keep(pair: Pair): void {
    const { key, eventName } = pair;
    pairs.set(key, pair);
    if (pair.browser.length > 0 && pair.server.length > 0) oneSided.get(eventName)?.delete(key);
    else oneSided.set(eventName, (oneSided.get(eventName) ?? new Set()).add(key));
  }

  function sideOf<S extends Side>(ids: readonly EventId[], side: S): Extract<TrackedEvent, { side: S }>[] {
    const found: Extract<TrackedEvent, { side: S }>[] = [];
    for (const id of ids) {
      const event = events.get(id);
      if (isOf(event, side)) found.push(event);
    }
    return found;
  }

  const index: SessionIndex = {
    take,
    sends: (side, eventName, datasetId) => sent[side].has(eventName, datasetId),
    event: (id) => events.get(id) ?? null,
    events: () => events.values(),
    pair: (key) => pairs.get(key) ?? null,
    pairs: () => pairs.values(),
    request: (key) => requests.get(key) ?? [],
    ...known,
    viewOf(pair) {
      const [browser, server] = [sideOf(pair.browser, 'browser'), sideOf(pair.server, 'server')];
      const [left, right] = [browser[0], server[0]];
      const copies = left && right ? { browser: left, server: right } : null;
      return { pair, browser, server, events: [...browser, ...server], copies, session: index };
    },
  };
  return index;
}

function isOf<S extends Side>(event: TrackedEvent | undefined, side: S): event is Extract<TrackedEvent, { side: S }> {
  return event?.side === side;
}
