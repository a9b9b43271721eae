/** Pairing step by step: events in, changed pairs out; what an event does not touch is not looked at. */
import type { TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import { type Component, createComponents } from './components.ts';
import { pairEvents } from './pair-events.ts';
import { readTraits, type Traits } from './traits.ts';

export type PairChanges = {
  /** New or changed pairs. */
  upserted: Pair[];
  /** Keys of pairs that are no more. */
  removed: string[];
};

export type Pairing = {
  /** Adds events, or replaces those whose id is known already. Feeding an unchanged event again changes nothing. */
  step(events: readonly TrackedEvent[]): PairChanges;
  pairs(): Pair[];
  pair(key: string): Pair | null;
  /** The pair that holds the event; null for copies, automatic and unknown events. */
  pairOf(eventId: string): string | null;
};

export function createPairing(): Pairing {
  const events = new Map<string, TrackedEvent>();
  const pairs = new Map<string, { pair: Pair; text: string }>();
  const pairByEvent = new Map<string, string>();
  const datasets = new Set<string>();
  let components = createComponents();

  function step(added: readonly TrackedEvent[]): PairChanges {
    const before = soleDataset(datasets);
    const fresh = added.filter((event) => isPairable(event) && isNews(event));
    for (const event of fresh) {
      events.set(event.id, event);
      if (event.datasetId !== null) datasets.add(event.datasetId);
    }
    const isResolvedAnew = soleDataset(datasets) !== before && [...events.values()].some((e) => e.datasetId === null);
    return isResolvedAnew ? rebuild() : repair(placeAll(fresh));
  }

  function isNews(event: TrackedEvent): boolean {
    const known = events.get(event.id);
    return known === undefined || JSON.stringify(known) !== JSON.stringify(event);
  }

  function placeAll(fresh: TrackedEvent[]): Set<Component> {
    const touched = new Set<Component>();
    for (const event of fresh) {
      const { component, absorbed } = components.place(resolve(event));
      touched.add(component);
      for (const small of absorbed) touched.delete(small);
    }
    return touched;
  }

  /** A second dataset appeared: events without one belong to none from now on. */
  function rebuild(): PairChanges {
    components = createComponents();
    const stale = new Set(pairs.keys());
    const changes = repair(placeAll([...events.values()]));
    const removed = [...stale].filter((key) => !isStillThere(key));
    for (const key of removed) pairs.delete(key);
    return { upserted: changes.upserted, removed };
  }

  function isStillThere(key: string): boolean {
    for (const component of components.all()) if (component.pairKeys.has(key)) return true;
    return false;
  }

  function resolve(event: TrackedEvent): Traits {
    return readTraits(event, event.datasetId ?? soleDataset(datasets));
  }

  function repair(touched: Set<Component>): PairChanges {
    const before = new Set([...touched].flatMap((component) => [...component.pairKeys]));
    const upserted = [...touched].flatMap(pairAnew);
    const removed = [...before].filter((key) => ![...touched].some((component) => component.pairKeys.has(key)));
    for (const key of removed) pairs.delete(key);
    return { upserted, removed };
  }

  /** Pairs one group from scratch; returns what is new or different. */
  function pairAnew(component: Component): Pair[] {
    const fresh = pairEvents([...component.members.values()]);
    component.pairKeys = new Set(fresh.map(({ key }) => key));
    return fresh.filter(remember);
  }

  /** True where the pair is new or has changed. */
  function remember(pair: Pair): boolean {
    const text = JSON.stringify(pair);
    for (const id of [...pair.browser, ...pair.server]) pairByEvent.set(id, pair.key);
    if (pairs.get(pair.key)?.text === text) return false;
    pairs.set(pair.key, { pair, text });
    return true;
  }

  return {
    step,
    pairs: () => [...pairs.values()].map(({ pair }) => pair),
    pair: (key) => pairs.get(key)?.pair ?? null,
    pairOf: (eventId) => pairByEvent.get(eventId) ?? null,
  };
}

function isPairable(event: TrackedEvent): boolean {
  return event.role === 'event';
}

function soleDataset(datasets: Set<string>): string | null {
  const [only, another] = datasets;
  return only !== undefined && another === undefined ? only : null;
}
