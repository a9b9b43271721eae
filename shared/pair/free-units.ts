/** Keeps the units of one side and joins them (P2 to P4), looking only at what a change can reach. */
import type { Side } from '../model/event.ts';
import { linkKeys } from './link-keys.ts';
import { type Edge, edgeBetween, joinAll } from './match.ts';
import { leadOf, type Unit } from './unit.ts';

type Shelf = Record<Side, Set<Unit>>;

export type FreeUnits = {
  add(unit: Unit): void;
  /** Takes the unit out; returns those that could have been joined with it and must look again. */
  remove(unit: Unit): Unit[];
  /** Joins anew all that these units can reach over possible joins; returns every unit that was looked at. */
  rematch(seeds: Iterable<Unit>): Set<Unit>;
};

export function createFreeUnits(): FreeUnits {
  const shelves = new Map<string, Shelf>();
  const known = new Set<Unit>();

  function add(unit: Unit): void {
    known.add(unit);
    for (const key of linkKeys(leadOf(unit))) {
      const shelf = shelves.get(key) ?? { browser: new Set(), server: new Set() };
      shelf[sideOf(unit)].add(unit);
      shelves.set(key, shelf);
    }
  }

  function remove(unit: Unit): Unit[] {
    if (!known.delete(unit)) return [];
    const neighbours = edgesOf(unit).map((edge) => otherEnd(edge, unit));
    for (const key of linkKeys(leadOf(unit))) {
      const shelf = shelves.get(key);
      shelf?.[sideOf(unit)].delete(unit);
      if (shelf !== undefined && shelf.browser.size + shelf.server.size === 0) shelves.delete(key);
    }
    return neighbours;
  }

  /** Units of the other side with which a rule could join it. */
  function edgesOf(unit: Unit): Edge[] {
    const other = sideOf(unit) === 'browser' ? 'server' : 'browser';
    const near = new Set<Unit>();
    for (const key of linkKeys(leadOf(unit))) for (const each of shelves.get(key)?.[other] ?? []) near.add(each);
    const edges = [...near].map((each) => (other === 'server' ? edgeBetween(unit, each) : edgeBetween(each, unit)));
    return edges.filter((edge) => edge !== null);
  }

  function rematch(seeds: Iterable<Unit>): Set<Unit> {
    const reached = new Set<Unit>();
    for (const seed of seeds) {
      if (!known.has(seed) || reached.has(seed)) continue;
      joinAll(walk(seed, reached));
    }
    return reached;
  }

  /** All edges of the part that hangs together with the seed; forgets what was joined in it. */
  function walk(seed: Unit, reached: Set<Unit>): Edge[] {
    const edges: Edge[] = [];
    const open = [seed];
    reached.add(seed);
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      forget(unit);
      for (const edge of edgesOf(unit)) {
        if (sideOf(unit) === 'browser') edges.push(edge);
        const other = otherEnd(edge, unit);
        if (reached.has(other)) continue;
        reached.add(other);
        open.push(other);
      }
    }
    return edges;
  }

  return { add, remove, rematch };
}

function sideOf(unit: Unit): Side {
  return unit.browser.length > 0 ? 'browser' : 'server';
}

function otherEnd({ browser, server }: Edge, unit: Unit): Unit {
  return browser === unit ? server : browser;
}

function forget(unit: Unit): void {
  unit.partner = null;
  unit.joinedBy = null;
  unit.candidates = [];
}
