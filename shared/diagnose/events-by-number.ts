/** Events by their ids, which are a side and a number: two lists hold a million of them in little room. */
import type { BrowserEvent, EventId, ServerEvent, TrackedEvent } from '../model/event.ts';

export type EventsByNumber = {
  set(event: TrackedEvent): void;
  get(id: EventId): TrackedEvent | null;
  browser(id: EventId): BrowserEvent | null;
  server(id: EventId): ServerEvent | null;
  all(): Iterable<TrackedEvent>;
};

export function createEventsByNumber(): EventsByNumber {
  const browser: BrowserEvent[] = [];
  const server: ServerEvent[] = [];

  function* all(): Generator<TrackedEvent> {
    for (const event of browser) if (event !== undefined) yield event;
    for (const event of server) if (event !== undefined) yield event;
  }

  return {
    set(event) {
      if (event.side === 'browser') browser[numberOf(event.id)] = event;
      else server[numberOf(event.id)] = event;
    },
    get: (id) => (id.startsWith('b') ? browser : server)[numberOf(id)] ?? null,
    browser: (id) => (id.startsWith('b') ? (browser[numberOf(id)] ?? null) : null),
    server: (id) => (id.startsWith('s') ? (server[numberOf(id)] ?? null) : null),
    all,
  };
}

function numberOf(id: EventId): number {
  return Number(id.slice(1));
}
