/** The copies of a pair by their numbers: `b12` is the twelfth place of a plain list, which is far faster than a map. */
import type { EventId } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { EventRow } from '../view/rows.ts';

export type EventTable = { copiesOf(pair: Pair): EventRow[] };

const letterB = 98;
const zero = 48;

export function createEventTable(events: { values(): Iterable<EventRow> }): EventTable {
  const browser: (EventRow | undefined)[] = [];
  const server: (EventRow | undefined)[] = [];
  for (const row of events.values()) (row.id.charCodeAt(0) === letterB ? browser : server)[numberOf(row.id)] = row;

  return {
    copiesOf: (pair) => {
      const copies: EventRow[] = [];
      for (const id of pair.browser) pushKnown(copies, browser[numberOf(id)]);
      for (const id of pair.server) pushKnown(copies, server[numberOf(id)]);
      return copies;
    },
  };
}

function numberOf(id: EventId): number {
  let number = 0;
  for (let at = 1; at < id.length; at += 1) number = number * 10 + id.charCodeAt(at) - zero;
  return number;
}

function pushKnown(copies: EventRow[], row: EventRow | undefined): void {
  if (row !== undefined) copies.push(row);
}
