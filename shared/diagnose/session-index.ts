/** What is known of a session so far, as rules ask for it: events, requests, sent names, pairs. */
import { createByEventId } from '../model/by-event-id.ts';
import type { BrowserEvent, EventId, ServerEvent, TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { PairChanges } from '../pair/board.ts';
import type { PairView, SessionView } from './rule.ts';
import { createSentNames } from './sent-names.ts';

export type SessionIndex = SessionView & {
  /** Takes in what arrived and the pairs that changed through it. */
  take(events: readonly TrackedEvent[], changes: PairChanges): Learned;
  viewOf(pair: Pair): PairView;
};

type Learned = {
  /** Pairs that changed or are gone, by their keys, as they were. */
  replaced: ReadonlyMap<string, Pair>;
  /**
   * Keys of the pairs of which one side is missing and of whose event name and dataset the other side has sent its
   * first: what is said of their coverage changes.
   */
  named: Iterable<string>;
};

export function createSessionIndex(known: Pick<SessionView, 'identity' | 'now' | 'orders'>): SessionIndex {
  const events = createByEventId<TrackedEvent>();
  const sent = { browser: createSentNames(), server: createSentNames() };
  const pairs = new Map<string, Pair>();
  const oneSided = new Map<string, Set<string>>();
  /** Made when first asked for: of most sessions no request is looked at. */
  let requests: Map<string, Map<EventId, ServerEvent>> | null = null;

  function take(added: readonly TrackedEvent[], changes: PairChanges): Learned {
    const newNames = new Set<string>();
    for (const event of added) {
      events.set(event.id, event);
      if (requests !== null) remember(event, requests);
      if (event.role === 'event' && sent[event.side].add(event)) newNames.add(event.eventName);
    }
    const replaced = new Map<string, Pair>();
    for (const key of changes.removed) put(key, null, replaced);
    for (const pair of changes.upserted) put(pair.key, pair, replaced);
    return { replaced, named: [...newNames].flatMap((name) => [...(oneSided.get(name) ?? [])]) };
  }

  function put(key: string, now: Pair | null, replaced: Map<string, Pair>): void {
    const before = pairs.get(key);
    if (before !== undefined) replaced.set(key, before);
    if (before !== undefined && isOneSided(before)) oneSided.get(before.eventName)?.delete(key);
    if (now === null) pairs.delete(key);
    else pairs.set(key, now);
    if (now === null || !isOneSided(now)) return;
    oneSided.set(now.eventName, (oneSided.get(now.eventName) ?? new Set()).add(key));
  }

  function request(key: string): ServerEvent[] {
    requests ??= requestsOf(events.values());
    return [...(requests.get(key)?.values() ?? [])];
  }

  function browserEvent(id: EventId): BrowserEvent | null {
    const event = events.get(id);
    return event?.side === 'browser' ? event : null;
  }

  function serverEvent(id: EventId): ServerEvent | null {
    const event = events.get(id);
    return event?.side === 'server' ? event : null;
  }

  const index: SessionIndex = {
    take,
    request,
    sends: (side, eventName, datasetId) => sent[side].has(eventName, datasetId),
    event: events.get,
    events: events.values,
    pair: (key) => pairs.get(key) ?? null,
    pairs: () => pairs.values(),
    ...known,
    viewOf(pair) {
      const [browser, server] = [found(pair.browser, browserEvent), found(pair.server, serverEvent)];
      const [left, right] = [browser[0], server[0]];
      const copies = left && right ? { browser: left, server: right } : null;
      return { pair, browser, server, events: [...browser, ...server], copies, session: index };
    },
  };
  return index;
}

function isOneSided({ browser, server }: Pair): boolean {
  return browser.length === 0 || server.length === 0;
}

function requestsOf(events: Iterable<TrackedEvent>): Map<string, Map<EventId, ServerEvent>> {
  const requests = new Map<string, Map<EventId, ServerEvent>>();
  for (const event of events) remember(event, requests);
  return requests;
}

function remember(event: TrackedEvent, requests: Map<string, Map<EventId, ServerEvent>>): void {
  if (event.side !== 'server') return;
  requests.set(event.request, (requests.get(event.request) ?? new Map()).set(event.id, event));
}

function found<E>(ids: readonly EventId[], look: (id: EventId) => E | null): E[] {
  const events: E[] = [];
  for (const id of ids) {
    const event = look(id);
    if (event !== null) events.push(event);
  }
  return events;
}
