/** The units of one side by order number and by visitor on a page, in order of receipt: twins stand close together. */
import type { Side } from '../model/event.ts';
import { lowerBound } from '../model/sorted.ts';
import { idForm } from './id-forms.ts';
import { type Member, orderTextOf, pageOf, visitorOf } from './traits.ts';
import { compareReceipt, type Unit } from './unit.ts';

/** A twin stands close to its first: so many units before and behind it, of the same visitor or order, are looked at. */
const reach = 16;

export type TwinLists = {
  /** True where the unit has company in one of its lists. A unit without an event of this side has no list. */
  putIn(unit: Unit): boolean;
  takeOut(unit: Unit): void;
  /** For each list in which it has company, the units in reach of it, itself among them, in order. */
  near(unit: Unit): Unit[][];
};

/** Most lists hold one unit for good: it stands for itself then. */
type List = Unit | Unit[];

export function createTwinLists(side: Side): TwinLists {
  const lists = new Map<string, List>();

  function putIn(unit: Unit): boolean {
    let hasCompany = false;
    for (const key of keysOf(unit[side][0])) {
      const list = lists.get(key);
      if (list === undefined) {
        lists.set(key, unit);
        continue;
      }
      const units = Array.isArray(list) ? list : [list];
      units.splice(placeOf(units, unit), 0, unit);
      lists.set(key, units);
      hasCompany = true;
    }
    return hasCompany;
  }

  function takeOut(unit: Unit): void {
    for (const key of keysOf(unit[side][0])) {
      const list = lists.get(key);
      if (list === unit) lists.delete(key);
      if (!Array.isArray(list)) continue;
      const at = list.indexOf(unit, placeOf(list, unit));
      if (at >= 0) list.splice(at, 1);
    }
  }

  /** Lists of the unit that hold more than itself, and its place in them. */
  function placesOf(unit: Unit): { list: Unit[]; at: number }[] {
    return keysOf(unit[side][0]).flatMap((key) => {
      const list = lists.get(key);
      return Array.isArray(list) ? [{ list, at: placeOf(list, unit) }] : [];
    });
  }

  /** The number of units before it. */
  function placeOf(list: readonly Unit[], unit: Unit): number {
    return unit[side][0] === undefined ? 0 : lowerBound(list, unit, compareLeads);
  }

  function compareLeads(one: Unit, other: Unit): number {
    const [a, b] = [one[side][0], other[side][0]];
    return a === undefined || b === undefined ? 0 : compareReceipt(a, b);
  }

  return {
    putIn,
    takeOut,
    near: (unit) => placesOf(unit).map(({ list, at }) => list.slice(Math.max(0, at - reach), at + 1 + reach)),
  };
}

/** Units without order, visitor or page load cannot be told to be twins. */
function keysOf(lead: Member | undefined): string[] {
  if (lead === undefined) return [];
  const { event, dataset } = lead;
  const order = orderTextOf(event);
  const visitor = visitorOf(event);
  const page = event.url === null ? null : pageOf(event.url);
  const keys = order === null ? [] : [`${dataset}|${event.eventName}|order|${idForm(order)}`];
  if (visitor !== null) keys.push(`${dataset}|${event.eventName}|at|${visitor}|${page}`);
  return keys;
}
