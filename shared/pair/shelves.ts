/** Free units by the keys by which the other side finds them, parted by order number: other orders are never joined. */
import { orderNumber } from './id-forms.ts';
import { linkKeys } from './link-keys.ts';
import { leadTraits, type Unit } from './unit.ts';

/** `open`: units whose order number, if there is one, rules nothing out beforehand. */
type Shelf = { open: Unit[]; byOrder: Map<string, Unit[]> };

/** The free units of one side. */
export type Shelves = {
  put(unit: Unit): void;
  takeOut(unit: Unit): void;
  /** Units on these shelves with which a rule may join a unit of the other side, each once. */
  near(unit: Unit): Set<Unit>;
};

export function createShelves(): Shelves {
  const shelves = new Map<string, Shelf>();

  function put(unit: Unit): void {
    const order = orderOf(unit);
    for (const key of linkKeys(leadTraits(unit)).put) {
      const shelf: Shelf = shelves.get(key) ?? { open: [], byOrder: new Map() };
      shelves.set(key, shelf);
      const units = order === null ? shelf.open : (shelf.byOrder.get(order) ?? []);
      units.push(unit);
      if (order !== null) shelf.byOrder.set(order, units);
    }
  }

  function takeOut(unit: Unit): void {
    const order = orderOf(unit);
    for (const key of linkKeys(leadTraits(unit)).put) {
      const shelf = shelves.get(key);
      if (shelf === undefined) continue;
      takeFrom(shelf, unit, order);
      if (shelf.open.length + shelf.byOrder.size === 0) shelves.delete(key);
    }
  }

  function near(unit: Unit): Set<Unit> {
    const found = new Set<Unit>();
    if (shelves.size === 0) return found;
    const order = orderOf(unit);
    const add = (other: Unit) => void found.add(other);
    for (const key of linkKeys(leadTraits(unit)).look) {
      const shelf = shelves.get(key);
      shelf?.open.forEach(add);
      if (order !== null) shelf?.byOrder.get(order)?.forEach(add);
      else for (const units of shelf?.byOrder.values() ?? []) units.forEach(add);
    }
    return found;
  }

  return { put, takeOut, near };
}

function takeFrom({ open, byOrder }: Shelf, unit: Unit, order: string | null): void {
  const units = order === null ? open : (byOrder.get(order) ?? []);
  const at = units.indexOf(unit);
  if (at >= 0) units.splice(at, 1);
  if (order !== null && units.length === 0) byOrder.delete(order);
}

function orderOf(unit: Unit): string | null {
  const { order } = leadTraits(unit);
  return order === null ? null : orderNumber(order);
}
