/** Pairing step by step: events in, changed pairs out; what an event does not touch is not looked at. */
import type { TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import { createBoard, isSame, type PairChanges } from './board.ts';

export type Pairing = {
  /** Adds events, or replaces those whose id is known already. Feeding an unchanged event again changes nothing. */
  step(events: readonly TrackedEvent[]): PairChanges;
  pairs(): Pair[];
  pair(key: string): Pair | null;
};

export function createPairing(): Pairing {
  const events = new Map<string, TrackedEvent>();
  const datasets = new Set<string>();
  let hasUnknownDataset = false;
  let board = createBoard();

  function step(added: readonly TrackedEvent[]): PairChanges {
    const before = soleDataset(datasets);
    const fresh = added.filter((event) => event.role === 'event' && isNews(event));
    for (const event of fresh) {
      events.set(event.id, event);
      if (event.datasetId === null) hasUnknownDataset = true;
      else datasets.add(event.datasetId);
    }
    const sole = soleDataset(datasets);
    return hasUnknownDataset && sole !== before ? rebuild(sole) : board.put(fresh, sole);
  }

  function isNews(event: TrackedEvent): boolean {
    const known = events.get(event.id);
    return known === undefined || JSON.stringify(known) !== JSON.stringify(event);
  }

  /** The session's one dataset has changed: what events without a dataset belong to is decided anew. */
  function rebuild(sole: string | null): PairChanges {
    const old = board.pairs;
    board = createBoard();
    const { upserted } = board.put([...events.values()], sole);
    return {
      upserted: upserted.filter((pair) => !isSame(old.get(pair.key), pair)),
      removed: [...old.keys()].filter((key) => !board.pairs.has(key)),
    };
  }

  return { step, pairs: () => [...board.pairs.values()], pair: (key) => board.pairs.get(key) ?? null };
}

function soleDataset(datasets: Set<string>): string | null {
  const [only, another] = datasets;
  return only !== undefined && another === undefined ? only : null;
}
