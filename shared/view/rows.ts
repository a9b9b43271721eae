/** What the window keeps of every event: enough for a row and a mark, never a body. */
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';

export type EventRow = Pick<
  TrackedEvent,
  | 'id'
  | 'side'
  | 'datasetId'
  | 'eventName'
  | 'eventId'
  | 'role'
  | 'at'
  | 'seenAt'
  | 'source'
  | 'url'
  | 'outcome'
  | 'answer'
> & { counts: boolean };

export function eventRow(event: TrackedEvent): EventRow {
  const { id, side, datasetId, eventName, eventId, role, at, seenAt, source, url, outcome, answer } = event;
  const counts = countsAtMeta(event);
  return { id, side, datasetId, eventName, eventId, role, at, seenAt, source, url, outcome, answer, counts };
}

/** One field of the two copies beside each other. `differs` is after normalization that Meta itself allows. */
export type FieldComparison = {
  field: string;
  group: 'identity' | 'match keys' | 'content' | 'context';
  browser: string | null;
  server: string | null;
  state: 'same' | 'differs' | 'browser-only' | 'server-only';
};
