/** All units of a session and the pairs that they make; a change touches only what hangs together with it. */
import type { TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import { createExactGroups, type UnitChanges } from './exact-groups.ts';
import { createFreeUnits } from './free-units.ts';
import { chooseStandIns, standInOf } from './stand-ins.ts';
import { createTwinBook } from './twins.ts';
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
  events(): TrackedEvent[];
};

export function createBoard(): Board {
  const groups = createExactGroups();
  const twins = createTwinBook();
  const free = createFreeUnits();
  const book = createPairBook();

  function put(events: readonly TrackedEvent[], soleDataset: string | null): PairChanges {
    const changes = groups.put(events, soleDataset);
    const touched = new Set(changes.added);
    addAll(touched, twins.update(changes));
    addAll(touched, replaceFree(changes));
    for (const unit of changes.removed) touched.delete(unit);
    addAll(touched, free.rematch(touched));
    addAll(touched, chooseStandIns(touched));
    for (const unit of touched) addTwins(unit, touched);
    return book.write(touched, changes.removed);
  }

  /** Returns the units that lost something that they could have been joined with. */
  function replaceFree({ added, removed }: UnitChanges): Unit[] {
    const bereft = removed.flatMap((unit) => free.remove(unit));
    for (const unit of added) if (isOneSided(unit)) free.add(unit);
    return bereft;
  }

  return { put, pairs: book.pairs, events: groups.events };
}

/** Sends of an action name the one that stands for it: they change with it. */
function addTwins(unit: Unit, into: Set<Unit>): void {
  if (unit.twins !== null) addAll(into, unit.twins.later);
  const first = unit.twinOf;
  if (first !== null && standInOf(first) === unit) into.add(first);
}

/** Writes units down as pairs, and tells what is new. */
function createPairBook() {
  const pairs = new Map<string, Pair>();

  function write(touched: ReadonlySet<Unit>, removed: readonly Unit[]): PairChanges {
    const stale = keysOf([...removed, ...touched]);
    const upserted: Pair[] = [];
    for (const head of new Set(Array.from(touched, headOf))) {
      const pair = writeDown(head);
      stale.delete(pair.key);
      if (isSame(pairs.get(pair.key), pair)) continue;
      pairs.set(pair.key, pair);
      upserted.push(pair);
    }
    for (const key of stale) pairs.delete(key);
    return { upserted, removed: [...stale] };
  }

  return { pairs, write };
}

function writeDown(head: Unit): Pair {
  const pair = toPair(head);
  head.pairKey = pair.key;
  if (head.partner !== null) head.partner.pairKey = pair.key;
  return pair;
}

/** Keys of the pairs that the units were written down as. */
function keysOf(units: readonly Unit[]): Set<string> {
  const keys = new Set<string>();
  for (const { pairKey } of units) if (pairKey !== null) keys.add(pairKey);
  return keys;
}

export function isSame(old: Pair | undefined, pair: Pair): boolean {
  return old !== undefined && JSON.stringify(old) === JSON.stringify(pair);
}

function addAll(into: Set<Unit>, more: Iterable<Unit>): void {
  for (const unit of more) into.add(unit);
}
