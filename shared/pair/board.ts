/** All units of a session and the pairs that they make; a change touches only what hangs together with it. */
import type { TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import { createExactGroups, type UnitChanges } from './exact-groups.ts';
import { createFreeUnits } from './free-units.ts';
import { readTraits } from './traits.ts';
import { createTwins } from './twins.ts';
import { headOf, isOneSided, type Unit } from './unit.ts';
import { toPair } from './verdict.ts';

export type PairChanges = {
  /** New or changed pairs. */
  upserted: Pair[];
  /** Keys of pairs that are no more. */
  removed: string[];
};

export type Board = {
  /** `soleDataset` is given to events whose source does not tell theirs. */
  put(events: readonly TrackedEvent[], soleDataset: string | null): PairChanges;
  pairs: ReadonlyMap<string, Pair>;
};

export function createBoard(): Board {
  const groups = createExactGroups();
  const twins = createTwins();
  const free = createFreeUnits();
  const book = createPairBook();

  function put(events: readonly TrackedEvent[], soleDataset: string | null): PairChanges {
    const changes = groups.put(events.map((event) => readTraits(event, event.datasetId ?? soleDataset)));
    const touched = new Set([...changes.added, ...twins.update(changes), ...replaceFree(changes)]);
    for (const unit of changes.removed) touched.delete(unit);
    addAll(touched, free.rematch(touched));
    for (const unit of [...touched]) addAll(touched, twins.laterOf(unit));
    return book.write(touched, changes.removed);
  }

  /** Returns the units that lost something that they could have been joined with. */
  function replaceFree({ added, removed }: UnitChanges): Unit[] {
    const bereft = removed.flatMap((unit) => free.remove(unit));
    for (const unit of added) if (isOneSided(unit)) free.add(unit);
    return bereft;
  }

  return { put, pairs: book.pairs };
}

/** Writes units down as pairs, and tells what is new. */
function createPairBook() {
  const pairs = new Map<string, Pair>();
  const keyOfUnit = new Map<Unit, string>();

  function write(touched: ReadonlySet<Unit>, removed: readonly Unit[]): PairChanges {
    const stale = new Set([...removed, ...touched].map((unit) => keyOfUnit.get(unit)));
    for (const unit of removed) keyOfUnit.delete(unit);
    const upserted = [...new Set([...touched].map(headOf))].map(writeOne);
    for (const { pair } of upserted) stale.delete(pair.key);
    const gone = [...stale].filter((key) => key !== undefined);
    for (const key of gone) pairs.delete(key);
    return { upserted: upserted.filter(({ isNew }) => isNew).map(({ pair }) => pair), removed: gone };
  }

  function writeOne(head: Unit): { pair: Pair; isNew: boolean } {
    const pair = toPair(head);
    keyOfUnit.set(head, pair.key);
    if (head.partner !== null) keyOfUnit.set(head.partner, pair.key);
    const isNew = !isSame(pairs.get(pair.key), pair);
    if (isNew) pairs.set(pair.key, pair);
    return { pair, isNew };
  }

  return { pairs, write };
}

export function isSame(old: Pair | undefined, pair: Pair): boolean {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(pair);
}

function addAll(into: Set<Unit>, more: Iterable<Unit>): void {
  for (const unit of more) into.add(unit);
}
