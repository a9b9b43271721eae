/** The Pixel's own counter (`ec`), per dataset and page load: which numbers were seen, and whether from the start. */
import type { BrowserEvent, EventId } from '../../model/event.ts';
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

type Load = PageLoad & { seen: (EventId | undefined)[]; start: string; fbp: string | null; input: InputId };

export function trackPageLoads(): Tracker<PageLoad> {
  const loads = createLoads();
  /** By the subject's key: loads of which something may be said. Nearly all are whole and never get here. */
  const amiss = new Map<string, Load>();
  const inputs = new Map<InputId, { earliest: number; headless: Set<string> }>();

  function take({ events, signs }: News): Set<string> {
    const touched = new Set<string>();
    for (const { input, at } of signs) if (at !== null) notice(input, at, touched);
    for (const event of events) {
      if (event.side !== 'browser') continue;
      notice(event.source.input, event.seenAt ?? event.at, touched);
      if (isCounted(event)) takeOne(event, touched);
    }
    return touched;
  }

  /** An earlier sign of life of a source may prove that it watched from the start of a load. */
  function notice(id: InputId, at: number, touched: Set<string>): void {
    const input = inputs.get(id) ?? { earliest: Number.POSITIVE_INFINITY, headless: new Set<string>() };
    if (at >= input.earliest) return;
    input.earliest = at;
    inputs.set(id, input);
    for (const key of input.headless) touched.add(key);
  }

  function takeOne(event: BrowserEvent, touched: Set<string>): void {
    const load = loads.of(event);
    const wasWhole = load.count === 0 || isWhole(load);
    count(load, event);
    // Of a load that is whole and was whole there is nothing to say.
    if (wasWhole && isWhole(load)) return;
    const key = keyOf(load);
    amiss.set(key, load);
    touched.add(key);
    const headless = inputs.get(load.input)?.headless;
    if (load.lowest > 0) headless?.add(key);
    else headless?.delete(key);
  }

  return {
    take,
    subject(key) {
      const load = amiss.get(key);
      if (load === undefined) return null;
      const earliest = inputs.get(load.input)?.earliest ?? Number.POSITIVE_INFINITY;
      return { ...load, isSeenFromStart: earliest < Number(load.start) };
    },
  };
}

/** By when they began, which is enough for nearly all; loads of one millisecond are told apart by the rest. */
function createLoads() {
  const byStart = new Map<string, Load>();
  const others = new Map<string, Load>();

  return {
    of(event: BrowserEvent): Load {
      const start = String(event.other['it']);
      const first = byStart.get(start);
      if (first !== undefined && isOf(first, event)) return first;
      const opened = open(event, start);
      if (first === undefined) {
        byStart.set(start, opened);
        return opened;
      }
      const load = others.get(keyOf(opened)) ?? opened;
      others.set(keyOf(load), load);
      return load;
    },
  };
}

function isOf({ datasetId, fbp, input }: Load, event: BrowserEvent): boolean {
  return datasetId === (event.datasetId ?? '') && fbp === event.fbp && input === event.source.input;
}

function keyOf({ datasetId, start, fbp, input }: Load): string {
  return `${datasetId} ${start} ${fbp} ${input}`;
}

function open(event: BrowserEvent, start: string): Load {
  return {
    datasetId: event.datasetId ?? '',
    seen: [],
    count: 0,
    highest: 0,
    lowest: Number.POSITIVE_INFINITY,
    isSeenFromStart: false,
    lastAt: 0,
    start,
    fbp: event.fbp,
    input: event.source.input,
  };
}

function count(load: Load, event: BrowserEvent): void {
  const number = Number(event.other['ec']);
  const known = load.seen[number];
  if (known === undefined) load.count++;
  load.seen[number] = known === undefined || compareIds(event.id, known) < 0 ? event.id : known;
  load.highest = Math.max(load.highest, number);
  load.lowest = Math.min(load.lowest, number);
  load.lastAt = Math.max(load.lastAt, event.seenAt ?? event.at);
}

function isWhole({ lowest, highest, count: seen }: Load): boolean {
  return lowest === 0 && seen === highest + 1;
}

/** False for events that no script counted: noscript images, gateway copies, hand-written tags. */
function isCounted({ other }: BrowserEvent): boolean {
  const [counter, start] = [other['ec'], other['it']];
  if (typeof counter !== 'string' || !/^\d{1,6}$/.test(counter)) return false;
  return typeof start === 'string' && /^\d{13}$/.test(start);
}
