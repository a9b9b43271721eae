/** P5: finds the units of one side that are the same action sent twice with different or no ids. */

import type { Side } from '../model/event.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { isOneSided, type Unit } from './unit.ts';

/** A visitor can do these several times on one page within seconds. */
const repeatable = new Set(['addtocart', 'addtowishlist', 'search', 'customizeproduct', 'addpaymentinfo']);

/** Marks each later twin of one side with the first unit of its action. `units` are in canonical order. */
export function markTwins(units: Unit[], side: Side): void {
  const earlier = new Map<string, Unit[]>();
  for (const unit of units) {
    const lead = unit[side][0];
    if (lead === undefined) continue;
    for (const key of twinKeys(lead)) {
      const others = earlier.get(key) ?? [];
      if (unit.twinOf === null && isOneSided(unit)) unit.twinOf = firstTwin(others, lead, side);
      earlier.set(key, recent(others, unit));
    }
  }
}

function firstTwin(others: Unit[], lead: Traits, side: Side): Unit | null {
  const first = others.find((other) => other[side].some((each) => isTwin(each, lead)));
  return first === undefined ? null : (first.twinOf ?? first);
}

/** Only the last few can be within seconds; orders are compared with all that came before (they are few). */
function recent(others: Unit[], unit: Unit): Unit[] {
  return others.length < 16 ? [...others, unit] : [...others.slice(-15), unit];
}

function twinKeys(traits: Traits): string[] {
  const { dataset, event, fbp, page, orders } = traits;
  const base = `${dataset}|${event.eventName}`;
  const visitor = fbp ?? traits.externalIds[0] ?? traits.contacts[0] ?? null;
  return [
    ...orders.map((order) => `${base}|order|${order}`),
    ...(visitor === null && page === null ? [] : [`${base}|at|${visitor}|${page}`]),
  ];
}

function isTwin(first: Traits, second: Traits): boolean {
  if (first.event.eventId !== null && first.event.eventId === second.event.eventId) return false;
  const gapMs = Math.abs(second.event.at - first.event.at);
  const [left, right] = [first.orders[0], second.orders[0]];
  if (left !== undefined && right !== undefined) return left === right && gapMs <= pairThresholds.dedupWindowMs;
  return gapMs <= twinWindowMs(first) && isSameContent(first, second);
}

function twinWindowMs({ name, contentIds }: Traits): number {
  const mayRepeat = repeatable.has(name) || (name === 'viewcontent' && contentIds === null);
  return mayRepeat ? pairThresholds.repeatableTwinMs : pairThresholds.twinMs;
}

/** Same visitor and page is given by the key; a page load is told apart by the Pixel's `it`. */
function isSameContent(first: Traits, second: Traits): boolean {
  return (
    first.contentIds === second.contentIds &&
    first.money === second.money &&
    first.pageLoad === second.pageLoad &&
    contentText(first) === contentText(second)
  );
}

/** Custom data without ids that were put there by mistake: two sends of one action differ in them. */
function contentText({ event }: Traits): string {
  return JSON.stringify(Object.entries(event.customData).filter(([key]) => !/event_?id/i.test(key)));
}
