/** The events of each fact in their last form, and those that have come or changed since they were last asked for. */
import type { TrackedEvent } from '../../shared/model/event.ts';

export type ToldEvents = {
  add(factKey: string, events: TrackedEvent[]): void;
  /** Nothing happens where the fact has no events. */
  change(factKey: string, changed: (event: TrackedEvent) => TrackedEvent): void;
  /** What came or changed since the last time, each once. */
  take(): TrackedEvent[];
};

type OfFact = { events: TrackedEvent[]; isNews: boolean };

export function createToldEvents(): ToldEvents {
  const byFact = new Map<string, OfFact>();
  let news: OfFact[] = [];

  return {
    add(factKey, events) {
      if (events.length === 0) return;
      const ofFact = { events, isNews: true };
      byFact.set(factKey, ofFact);
      news.push(ofFact);
    },
    change(factKey, changed) {
      const ofFact = byFact.get(factKey);
      if (ofFact === undefined) return;
      ofFact.events = ofFact.events.map(changed);
      if (!ofFact.isNews) news.push(ofFact);
      ofFact.isNews = true;
    },
    take() {
      const taken = news;
      news = [];
      for (const ofFact of taken) ofFact.isNews = false;
      return taken.flatMap(({ events }) => events);
    },
  };
}
