/** The events of each fact in their last form, and those that have come or changed since they were last asked for. */
import type { TrackedEvent } from '../../shared/model/event.ts';

export type ToldEvents = {
  /** Keeps the list and changes it in place. */
  add(factKey: string, events: TrackedEvent[]): void;
  /** Nothing happens where the fact has no events. */
  change(factKey: string, changed: (event: TrackedEvent) => TrackedEvent): void;
  /** What came or changed since the last time, each once. */
  take(): TrackedEvent[];
};

export function createToldEvents(): ToldEvents {
  const byFact = new Map<string, TrackedEvent[]>();
  let added: TrackedEvent[][] = [];
  const changedLists = new Set<TrackedEvent[]>();

  return {
    add(factKey, events) {
      if (events.length === 0) return;
      byFact.set(factKey, events);
      added.push(events);
    },
    change(factKey, changed) {
      const events = byFact.get(factKey);
      if (events === undefined) return;
      for (const [at, event] of events.entries()) events[at] = changed(event);
      changedLists.add(events);
    },
    take() {
      for (const events of added) changedLists.delete(events);
      const told = [...added, ...changedLists].flat();
      added = [];
      changedLists.clear();
      return told;
    },
  };
}
