/** P5: finds the units of one side that are the same action sent twice with different or no ids. */
import type { Side } from '../model/event.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { compareReceipt, isOneSided, type Unit } from './unit.ts';

/** A visitor can do these several times on one page within seconds. */
const repeatable = new Set(['addtocart', 'addtowishlist', 'search', 'customizeproduct', 'addpaymentinfo']);

/** A twin stands close to its first: so many units before it, of the same visitor or order, are looked at. */
const reach = 16;

export type Twins = {
  /** Takes units in and out; returns those whose `twinOf` has changed. */
  update(changes: { added: readonly Unit[]; removed: readonly Unit[] }): Set<Unit>;
  /** Units that name this one as the first of their action. */
  laterOf(unit: Unit): Iterable<Unit>;
};

export function createTwins(): Twins {
  const lists = new Map<string, Unit[]>();
  const { setTwin, laterOf } = createFollowers();

  function update({ added, removed }: { added: readonly Unit[]; removed: readonly Unit[] }): Set<Unit> {
    const toSettle = new Set<Unit>();
    for (const unit of removed) {
      for (const follower of takeOut(unit)) toSettle.add(follower);
      setTwin(unit, null);
    }
    for (const unit of removed) toSettle.delete(unit);
    for (const unit of added) for (const follower of putIn(unit)) toSettle.add(follower);
    return settle(toSettle);
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
      for (const { list, side } of listsOf(unit)) for (const each of after(list, unit, side)) open.add(each);
    }
    return changed;
  }

  function firstOf(unit: Unit): Unit | null {
    if (!isOneSided(unit)) return null;
    for (const { list, side } of listsOf(unit)) {
      const lead = unit[side][0];
      if (lead === undefined) continue;
      const at = placeOf(list, lead, side);
      const earlier = list.slice(Math.max(0, at - reach), at);
      const first = earlier.find((other) => other[side].some((each) => isTwin(each, lead)));
      if (first !== undefined) return first.twinOf ?? first;
    }
    return null;
  }

  function* listsOf(unit: Unit): Generator<{ list: Unit[]; side: Side }> {
    for (const side of ['browser', 'server'] as const) {
      for (const key of twinKeys(unit[side][0], side)) {
        const list = lists.get(key);
        if (list !== undefined) yield { list, side };
      }
    }
  }

  /** Returns the unit itself and those that it may be the first of. */
  function putIn(unit: Unit): Unit[] {
    const touched = [unit];
    for (const side of ['browser', 'server'] as const) {
      const lead = unit[side][0];
      for (const key of twinKeys(lead, side)) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [unit]);
        else if (lead !== undefined) {
          list.splice(placeOf(list, lead, side), 0, unit);
          touched.push(...after(list, unit, side));
        }
      }
    }
    return touched;
  }

  function takeOut(unit: Unit): Unit[] {
    const touched: Unit[] = [];
    for (const { list, side } of listsOf(unit)) {
      touched.push(...after(list, unit, side));
      const at = list.indexOf(unit, placeBefore(list, unit, side));
      if (at >= 0) list.splice(at, 1);
    }
    return touched;
  }

  return { update, laterOf };
}

/** Remembers which units name which as the first of their action. */
function createFollowers() {
  const later = new Map<Unit, Set<Unit>>();

  function setTwin(unit: Unit, first: Unit | null): void {
    if (unit.twinOf !== null) later.get(unit.twinOf)?.delete(unit);
    unit.twinOf = first;
    if (first !== null) later.set(first, (later.get(first) ?? new Set()).add(unit));
  }

  return { setTwin, laterOf: (unit: Unit): Iterable<Unit> => later.get(unit) ?? [] };
}

function after(list: readonly Unit[], unit: Unit, side: Side): Unit[] {
  const at = placeBefore(list, unit, side);
  return list.slice(at, at + 1 + reach);
}

function placeBefore(list: readonly Unit[], unit: Unit, side: Side): number {
  const lead = unit[side][0];
  return lead === undefined ? 0 : placeOf(list, lead, side);
}

/** Where an event belongs in a list that is in order of receipt: the number of units before it. */
function placeOf(list: readonly Unit[], lead: Traits, side: Side): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle]?.[side][0];
    if (other !== undefined && compareReceipt(other, lead) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Units without order, visitor or page load cannot be told to be twins. */
function twinKeys(traits: Traits | undefined, side: Side): string[] {
  if (traits === undefined) return [];
  const { dataset, event, fbp, page, pageLoad, order } = traits;
  const base = `${side}|${dataset}|${event.eventName}`;
  const visitor = fbp ?? traits.externalIds[0] ?? traits.contacts[0] ?? pageLoad;
  const keys = order === null ? [] : [`${base}|order|${order}`];
  if (visitor !== null) keys.push(`${base}|at|${visitor}|${page}`);
  return keys;
}

function isTwin(first: Traits, second: Traits): boolean {
  if (first.event.eventId !== null && first.event.eventId === second.event.eventId) return false;
  const gapMs = Math.abs(second.event.at - first.event.at);
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
