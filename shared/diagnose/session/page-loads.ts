/** The Pixel's own counter (`ec`), per dataset and page load: which numbers were seen, and whether from the start. */
import type { BrowserEvent, EventId, TrackedEvent } from '../../model/event.ts';
import type { InputId } from '../../model/fact.ts';
import { compareIds } from '../../pair/unit.ts';
import type { News, Tracker } from '../session-rule.ts';

export type PageLoad = {
  datasetId: string;
  /** By counter, with holes; of an event and its attribution copy, which has the same number, the first. */
  seen: readonly (EventId | undefined)[];
  /** How many different numbers were seen. */
  count: number;
  highest: number;
  lowest: number;
  /** The source had shown something before this page load began: number 0 would have been seen. */
  isSeenFromStart: boolean;
  /** When the last of its events was seen, in ms. */
  lastAt: number;
};

type Load = PageLoad & { seen: (EventId | undefined)[]; startedAt: number; input: InputId };

export function trackPageLoads(): Tracker<PageLoad> {
  const loads = new Map<string, Load>();
  const inputs = new Map<InputId, { earliest: number; headless: Set<string> }>();

  function take({ events, signs }: News): Set<string> {
    const touched = new Set<string>();
    for (const { input, at } of signs) if (at !== null) notice(input, at, touched);
    for (const event of events) {
      if (event.side !== 'browser') continue;
      notice(event.source.input, event.seenAt ?? event.at, touched);
      const key = keyOf(event);
      // Of a load that is whole and was whole there is nothing to say.
      if (key !== null && !count(key, event)) touched.add(key);
    }
    return touched;
  }

  /** An earlier sign of life of a source may prove that it watched from the start of a load. */
  function notice(id: InputId, at: number, touched: Set<string>): void {
    const input = inputs.get(id) ?? { earliest: Number.POSITIVE_INFINITY, headless: new Set() };
    inputs.set(id, input);
    if (at >= input.earliest) return;
    input.earliest = at;
    for (const key of input.headless) touched.add(key);
  }

  /** Returns true where no number is missing, with the event and without it. */
  function count(key: string, event: BrowserEvent): boolean {
    const number = Number(event.other['ec']);
    const load = loads.get(key) ?? open(event, number);
    if (load.count === 0) loads.set(key, load);
    const wasWhole = load.count === 0 || isWhole(load);
    const known = load.seen[number];
    if (known === undefined) load.count++;
    load.seen[number] = known === undefined || compareIds(event.id, known) < 0 ? event.id : known;
    load.highest = Math.max(load.highest, number);
    load.lowest = Math.min(load.lowest, number);
    load.lastAt = Math.max(load.lastAt, event.seenAt ?? event.at);
    const headless = inputs.get(load.input)?.headless;
    if (load.lowest > 0) headless?.add(key);
    else headless?.delete(key);
    return wasWhole && isWhole(load);
  }

  return {
    take,
    subject(key) {
      const load = loads.get(key);
      if (load === undefined) return null;
      const earliest = inputs.get(load.input)?.earliest ?? Number.POSITIVE_INFINITY;
      return { ...load, isSeenFromStart: earliest < load.startedAt };
    },
  };
}

function isWhole({ lowest, highest, count }: Load): boolean {
  return lowest === 0 && count === highest + 1;
}

function open(event: BrowserEvent, number: number): Load {
  return {
    datasetId: event.datasetId ?? '',
    seen: [],
    count: 0,
    ...{ highest: number, lowest: number, lastAt: 0 },
    isSeenFromStart: false,
    startedAt: Number(event.other['it']),
    input: event.source.input,
  };
}

/** Null for events that no script counted: noscript images, gateway copies, hand-written tags. */
function keyOf({ other, datasetId, source, fbp }: TrackedEvent): string | null {
  const [counter, start] = [other['ec'], other['it']];
  if (typeof counter !== 'string' || !/^\d{1,6}$/.test(counter)) return null;
  if (typeof start !== 'string' || !/^\d{13}$/.test(start)) return null;
  return `${datasetId} ${start} ${fbp} ${source.input}`;
}
