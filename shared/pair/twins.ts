/** P5: finds the units of one side that are the same action sent twice with different or no ids. */
import type { UnitChanges } from './exact-groups.ts';
import { pairThresholds } from './thresholds.ts';
import { type Member, type Traits, traitsOf } from './traits.ts';
import { createTwinLists } from './twin-lists.ts';
import { isOneSided, type Unit } from './unit.ts';

/** A visitor can do these several times on one page within seconds. */
const repeatable = new Set(['addtocart', 'addtowishlist', 'search', 'customizeproduct', 'addpaymentinfo']);

const sides = ['browser', 'server'] as const;

export type Twins = {
  /** Takes units in and out; returns those whose `twinOf` has changed. */
  update(changes: UnitChanges): Set<Unit>;
};

export function createTwins(): Twins {
  const lists = { browser: createTwinLists('browser'), server: createTwinLists('server') };

  function update({ added, removed }: UnitChanges): Set<Unit> {
    const toSettle = new Set<Unit>();
    for (const unit of removed) takeOut(unit, toSettle);
    for (const unit of removed) toSettle.delete(unit);
    for (const unit of added) putIn(unit, toSettle);
    return settle(toSettle);
  }

  function takeOut(unit: Unit, toSettle: Set<Unit>): void {
    addFollowing(unit, toSettle);
    for (const side of sides) lists[side].takeOut(unit);
    setTwin(unit, null);
  }

  function putIn(unit: Unit, toSettle: Set<Unit>): void {
    const hasCompany = sides.map((side) => lists[side].putIn(unit)).includes(true);
    if (hasCompany) addFollowing(unit, toSettle);
  }

  /** Whatever changes can change only what comes after it, so this ends. */
  function settle(open: Set<Unit>): Set<Unit> {
    const changed = new Set<Unit>();
    for (const unit of open) {
      open.delete(unit);
      const first = firstOf(unit);
      if (first === unit.twinOf) continue;
      setTwin(unit, first);
      changed.add(unit);
      addFollowing(unit, open);
    }
    return changed;
  }

  function addFollowing(unit: Unit, into: Set<Unit>): void {
    for (const side of sides) for (const each of lists[side].following(unit)) into.add(each);
  }

  function firstOf(unit: Unit): Unit | null {
    if (!isOneSided(unit)) return null;
    for (const side of sides) {
      const [lead] = unit[side];
      if (lead === undefined) continue;
      for (const earlier of lists[side].before(unit)) {
        const first = earlier.find((other) => other[side].some((each) => isTwin(each, lead)));
        if (first !== undefined) return first.twinOf ?? first;
      }
    }
    return null;
  }

  return { update };
}

function setTwin(unit: Unit, first: Unit | null): void {
  unit.twinOf?.laterTwins?.delete(unit);
  unit.twinOf = first;
  if (first === null) return;
  first.laterTwins ??= new Set();
  first.laterTwins.add(unit);
}

function isTwin(one: Member, other: Member): boolean {
  if (one.event.eventId !== null && one.event.eventId === other.event.eventId) return false;
  const gapMs = Math.abs(other.event.at - one.event.at);
  const [first, second] = [traitsOf(one), traitsOf(other)];
  if (first.order !== null && second.order !== null) {
    return first.order === second.order && gapMs <= pairThresholds.dedupWindowMs;
  }
  return gapMs <= Math.min(twinWindowMs(first), twinWindowMs(second)) && isSameContent(first, second);
}

function twinWindowMs(traits: Traits): number {
  const { name, contentIds } = traits;
  const mayRepeat = repeatable.has(name) || (name === 'viewcontent' && contentIds === null) || isHistoryMove(traits);
  return mayRepeat ? pairThresholds.repeatableTwinMs : pairThresholds.twinMs;
}

/** The PageView that Meta's script makes when the address changes without a page load: visitors go back and forth. */
function isHistoryMove({ event }: Traits): boolean {
  return event.other['ie[a]'] === '1';
}

/**
 * Same visitor and page is given by the key; a page load is told apart by the Pixel's `it`, but two installs on one page
 * have two of them.
 */
function isSameContent(first: Traits, second: Traits): boolean {
  return (
    first.contentIds === second.contentIds &&
    first.money === second.money &&
    (first.pageLoad === second.pageLoad || isOtherInstall(first, second)) &&
    contentText(first) === contentText(second)
  );
}

/** By agent or script version, within seconds: a reload or a second tab has the same ones. */
function isOtherInstall({ event: first }: Traits, { event: second }: Traits): boolean {
  return first.side === 'browser' && (first.other['a'] !== second.other['a'] || first.other['v'] !== second.other['v']);
}

/** Custom data without ids that were put there by mistake: two sends of one action differ in them. */
function contentText({ event }: Traits): string {
  return JSON.stringify(Object.entries(event.customData).filter(([key]) => !/event_?id/i.test(key)));
}
