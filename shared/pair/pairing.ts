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
  const datasets = new Set<string>();
  let hasUnknownDataset = false;
  let board = createBoard();

  function step(added: readonly TrackedEvent[]): PairChanges {
    const before = soleDataset(datasets);
    const paired = added.filter(({ role }) => role === 'event');
    for (const { datasetId } of paired) {
      if (datasetId === null) hasUnknownDataset = true;
      else datasets.add(datasetId);
    }
    const sole = soleDataset(datasets);
    return hasUnknownDataset && sole !== before ? rebuild(paired, sole) : board.put(paired, sole);
  }

  /** The session's one dataset has changed: what events without a dataset belong to is decided anew. */
  function rebuild(added: readonly TrackedEvent[], sole: string | null): PairChanges {
    const old = board;
    board = createBoard();
    const { upserted } = board.put([...old.events(), ...added], sole);
    return {
      upserted: upserted.filter((pair) => !isSame(old.pairs.get(pair.key), pair)),
      removed: [...old.pairs.keys()].filter((key) => !board.pairs.has(key)),
    };
  }

  return { step, pairs: () => [...board.pairs.values()], pair: (key) => board.pairs.get(key) ?? null };
}

function soleDataset(datasets: Set<string>): string | null {
  const [only, another] = datasets;
  return only !== undefined && another === undefined ? only : null;
}
