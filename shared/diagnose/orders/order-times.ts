/** The orders of each export in order of time: from when until when it reaches, and which orders lie in a stretch of time. */
import type { InputId, TimeMs } from '../../model/fact.ts';
import { compareMoments, createOrdered, type Moment, type Ordered } from '../session/ordered.ts';
import { diagnoseThresholds } from '../thresholds.ts';
import type { Entry } from './entry.ts';
import type { Span } from './input-spans.ts';

/** Of some orders only the day is known, by its first moment, read as UTC. */
export type Precision = 'moment' | 'day';
export const precisions: readonly Precision[] = ['moment', 'day'];

export type OrderTimes = {
  /** Puts the order where its time and its export are now. */
  put(entry: Entry): void;
  /** From the first order of the export to its last: it may have been cut at any time beyond. Null where no time is known. */
  spanOf(input: InputId): Span | null;
  /** Orders of that precision from `first` to `last`, of all exports. */
  between(precision: Precision, span: Span): Iterable<Entry>;
};

type Placed = Moment & { entry: Entry; input: InputId; precision: Precision };
type Shelf = Record<Precision, Ordered<Placed>>;

export function createOrderTimes(): OrderTimes {
  const shelves = new Map<InputId, Shelf>();
  const places = new Map<string, Placed>();

  function shelfOf(input: InputId): Shelf {
    const newList = () => createOrdered<Placed>(compareMoments);
    const shelf = shelves.get(input) ?? { moment: newList(), day: newList() };
    shelves.set(input, shelf);
    return shelf;
  }

  function put(entry: Entry): void {
    const { key, input } = entry;
    const [before, now] = [places.get(key), placeOf(entry)];
    const { at, precision } = now ?? { at: null, precision: 'moment' as const };
    if (before?.input === input && before.precision === precision && before.at === at) return;
    if (before !== undefined) shelfOf(before.input)[before.precision].remove(before);
    places.delete(key);
    if (at === null) return;
    const place = { at, key, entry, input, precision };
    shelfOf(input)[precision].add(place);
    places.set(key, place);
  }

  function spanOf(input: InputId): Span | null {
    const { moment, day } = shelfOf(input);
    const firsts = [moment.at(0)?.at, day.at(0)?.at].filter((at) => at !== undefined);
    const lasts = [moment.at(moment.size - 1)?.at, dayEnd(day.at(day.size - 1)?.at)].filter((at) => at !== undefined);
    return firsts.length === 0 ? null : { first: Math.min(...firsts), last: Math.max(...lasts) };
  }

  function* between(precision: Precision, { first, last }: Span): Generator<Entry> {
    for (const shelf of shelves.values()) {
      for (const { at, entry } of shelf[precision].upFrom({ at: first, key: '' } as Placed)) {
        if (at > last) break;
        yield entry;
      }
    }
  }

  return { put, spanOf, between };
}

function dayEnd(day: TimeMs | undefined): TimeMs | undefined {
  return day === undefined ? undefined : day + diagnoseThresholds.dayMs;
}

/** Null where nothing is known of its time. */
export function placeOf({ order, time }: Entry): { at: TimeMs; precision: Precision } | null {
  if (order.timing === 'day') return order.at === null ? null : { at: order.at, precision: 'day' };
  return time === null ? null : { at: time, precision: 'moment' };
}
