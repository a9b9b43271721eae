/** Which event names one side sends to which dataset: a copy can be missing only where copies are sent. */
import type { TrackedEvent } from '../model/event.ts';

export type SentNames = {
  /** True where the name is new for the event's dataset. */
  add(event: Pick<TrackedEvent, 'eventName' | 'datasetId'>): boolean;
  /** True where the name was sent to the dataset, or to one that is not known, which may be this one. */
  has(eventName: string, datasetId: string | null): boolean;
};

export function createSentNames(): SentNames {
  const datasets = new Map<string, Set<string | null>>();

  return {
    add({ eventName, datasetId }) {
      const known = datasets.get(eventName) ?? new Set();
      if (known.has(datasetId)) return false;
      datasets.set(eventName, known.add(datasetId));
      return true;
    },
    has(eventName, datasetId) {
      const known = datasets.get(eventName);
      if (known === undefined) return false;
      return datasetId === null || known.has(datasetId) || known.has(null);
    },
  };
}
