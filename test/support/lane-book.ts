/** A book of the lanes filled with what a test gives it. */
import type { Pair } from '../../shared/model/pair.ts';
import { createLaneBook, type LaneBook } from '../../shared/view/lanes/lane-book.ts';
import type { EventRow } from '../../shared/view/rows.ts';

export function laneBookOf(events: Iterable<EventRow>, pairs: Iterable<Pair> = []): LaneBook {
  const book = createLaneBook();
  book.take({ events, pairs, removedPairs: [] });
  return book;
}

/** Six px a character, as good as any font. */
export const measureText = (text: string) => text.length * 6;
