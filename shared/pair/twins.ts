/** P5: finds the units that are the same action sent again with different or no ids, or with the same id days later. */
import type { Side } from '../model/event.ts';
import type { UnitChanges } from './exact-groups.ts';
import { isSameAction } from './same-action.ts';
import { createTwinLists } from './twin-lists.ts';
import { compareUnits, isOneSided, type Unit } from './unit.ts';

const sides = ['browser', 'server'] as const;

export type TwinBook = {
  /** Takes units in and out; returns those whose `twinOf` has changed, and first sends that lost their stand-in. */
  update(changes: UnitChanges): Set<Unit>;
};

export function createTwinBook(): TwinBook {
  const lists = { browser: createTwinLists('browser'), server: createTwinLists('server') };

  function update({ added, removed }: UnitChanges): Set<Unit> {
    const toSettle = new Set<Unit>();
    const changed = new Set<Unit>();
    for (const unit of removed) takeOut(unit, toSettle, changed);
    for (const unit of removed) toSettle.delete(unit);
    for (const unit of added) putIn(unit, toSettle);
    settle(inOrder(toSettle), changed);
    return changed;
  }

  function takeOut(unit: Unit, toSettle: Set<Unit>, changed: Set<Unit>): void {
    addFollowing(unit, toSettle);
    for (const side of sides) lists[side].takeOut(unit);
    setTwin(unit, null, changed);
  }

  function putIn(unit: Unit, toSettle: Set<Unit>): void {
    const hasCompany = sides.map((side) => lists[side].putIn(unit)).includes(true);
    if (hasCompany) addFollowing(unit, toSettle);
  }

  /** Whatever changes can change only what comes after it, so this ends. */
  function settle(open: Set<Unit>, changed: Set<Unit>): void {
    for (const unit of open) {
      open.delete(unit);
      const first = firstSendOf(unit);
      if (first === unit.twinOf) continue;
      setTwin(unit, first, changed);
      changed.add(unit);
      addFollowing(unit, open);
    }
  }

  function addFollowing(unit: Unit, into: Set<Unit>): void {
    into.add(unit);
    for (const side of sides) {
      for (const near of lists[side].near(unit)) {
        for (const other of near) if (other !== unit && isLater(other, unit)) into.add(other);
      }
    }
  }

  function firstSendOf(unit: Unit): Unit | null {
    for (const side of sides) {
      if (unit[side].length === 0) continue;
      for (const near of lists[side].near(unit)) {
        const send = near.find((other) => other !== unit && isLater(unit, other) && isSentAgain(unit, other, side));
        if (send !== undefined) return send.twinOf ?? send;
      }
    }
    return null;
  }

  return { update };
}

/** Of two units with both sides the Pixel's calls tell whether they are one action: the server follows them. */
function isSentAgain(unit: Unit, other: Unit, side: Side): boolean {
  const [lead] = unit[side];
  const areJoined = !isOneSided(unit) && !isOneSided(other);
  if (lead === undefined || (areJoined && side === 'server')) return false;
  return other[side].some((each) => isSameAction(each, lead, areJoined));
}

/** The earlier first: what they settle on then stands when the later ones look at them. */
function inOrder(units: Set<Unit>): Set<Unit> {
  return units.size < 2 ? units : new Set([...units].sort(compareUnits));
}

function isLater(unit: Unit, other: Unit): boolean {
  return compareUnits(unit, other) > 0;
}

function setTwin(unit: Unit, first: Unit | null, changed: Set<Unit>): void {
  const before = unit.twinOf;
  before?.twins?.later.delete(unit);
  if (before?.twins?.standIn === unit) {
    before.twins.standIn = null;
    changed.add(before);
  }
  unit.twinOf = first;
  if (first === null) return;
  first.twins ??= { later: new Set(), standIn: null };
  first.twins.later.add(unit);
}
