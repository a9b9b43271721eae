/** Keeps the units of one side and joins them (P2 to P4), looking only at what a change can reach. */
import type { Side } from '../model/event.ts';
import { type Edge, edgeBetween, joinAll } from './match.ts';
import { createShelves } from './shelves.ts';
import { type Unit, unjoin } from './unit.ts';

export type FreeUnits = {
  add(unit: Unit): void;
  /** Takes the unit out; returns those that could have been joined with it and must look again. */
  remove(unit: Unit): Unit[];
  /** Joins anew all that these units can reach over possible joins; returns every unit that was looked at. */
  rematch(seeds: Iterable<Unit>): Set<Unit>;
};

export function createFreeUnits(): FreeUnits {
  const shelves = { browser: createShelves(), server: createShelves() };
  const known = new Set<Unit>();

  function add(unit: Unit): void {
    known.add(unit);
    shelves[sideOf(unit)].put(unit);
  }

  function remove(unit: Unit): Unit[] {
    if (!known.delete(unit)) return [];
    const neighbours = edgesOf(unit, isAny).map((edge) => otherEnd(edge, unit));
    shelves[sideOf(unit)].takeOut(unit);
    return neighbours;
  }

  /** What could join it with units of the other side, of those that are wanted. */
  function edgesOf(unit: Unit, isWanted: (other: Unit) => boolean): Edge[] {
    const isBrowser = sideOf(unit) === 'browser';
    const near = [...shelves[isBrowser ? 'server' : 'browser'].near(unit)].filter(isWanted);
    const edges = near.map((other) => (isBrowser ? edgeBetween(unit, other) : edgeBetween(other, unit)));
    return edges.filter((edge) => edge !== null);
  }

  function rematch(seeds: Iterable<Unit>): Set<Unit> {
    const reached = new Set<Unit>();
    for (const seed of seeds) if (known.has(seed) && !reached.has(seed)) joinAll(walk(seed, reached));
    return reached;
  }

  /** All edges of the part that hangs together with the seed; forgets what was joined in it. */
  function walk(seed: Unit, reached: Set<Unit>): Edge[] {
    const edges: Edge[][] = [];
    const open = [seed];
    const isNew = (unit: Unit) => !reached.has(unit);
    reached.add(seed);
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      unjoin(unit);
      // Edges are collected from the browser's end; from the other end only new units matter.
      const found = edgesOf(unit, sideOf(unit) === 'browser' ? isAny : isNew);
      edges.push(found.filter(({ browser }) => browser === unit));
      const others = found.map((edge) => otherEnd(edge, unit)).filter(isNew);
      for (const other of others) {
        reached.add(other);
        open.push(other);
      }
    }
    return edges.flat();
  }

  return { add, remove, rematch };
}

const isAny = () => true;

function sideOf(unit: Unit): Side {
  return unit.browser.length > 0 ? 'browser' : 'server';
}

function otherEnd({ browser, server }: Edge, unit: Unit): Unit {
  return browser === unit ? server : browser;
}
