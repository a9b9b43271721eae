/** Which values of a key occur in a session, and how often: what completion offers. */
import type { EventRow } from '../view/rows.ts';
import type { FieldName } from './query.ts';
import type { FilterRows } from './subject-index.ts';

/** A value and the number of events, pairs or findings that have it. */
export type Occurring = (field: FieldName) => ReadonlyMap<string, number>;

/** Counts when asked, once for each key. */
export function occurringIn(rows: FilterRows): Occurring {
  const known = new Map<FieldName, ReadonlyMap<string, number>>();
  return (field) => {
    const before = known.get(field) ?? tally(values[field]?.(rows) ?? []);
    known.set(field, before);
    return before;
  };
}

type Read = (rows: FilterRows) => readonly (string | null)[];

const values: Partial<Record<FieldName, Read>> = {
  event: ofEvents(({ eventName }) => eventName),
  channel: ofEvents(({ side }) => side),
  verdict: ({ pairs }) => pairs.map(({ verdict }) => verdict),
  issue: ({ findings }) => Array.from(findings.values(), ({ code }) => code),
  severity: ({ findings }) => Array.from(findings.values(), ({ severity }) => severity),
  has: keysOf,
  missing: keysOf,
  id: ofEvents(({ eventId }) => eventId),
  order: ({ pairs }) => pairs.map(({ order }) => order),
  url: ofEvents(({ url }) => url?.replace(/[?#].*$/s, '') ?? null),
  dataset: ofEvents(({ datasetId }) => datasetId),
  outcome: ofEvents(({ outcome }) => outcome),
  currency: ofEvents(({ currency }) => currency),
};

function ofEvents(read: (row: EventRow) => string | null): Read {
  return ({ events }) => Array.from(events.values(), read);
}

function keysOf({ events }: FilterRows): string[] {
  return Array.from(events.values(), ({ keys }) => keys).flat();
}

function tally(all: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of all) if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
