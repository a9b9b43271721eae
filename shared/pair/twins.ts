/** P5: finds the units of one side that are the same action sent twice with different or no ids. */
import { pairThresholds } from './thresholds.ts';
import { leadOf, type Unit } from './unit.ts';
import type { Traits } from './traits.ts';

/** A visitor can do these several times on one page within seconds. */
const repeatable = new Set(['addtocart', 'addtowishlist', 'search', 'customizeproduct', 'addpaymentinfo']);

/** Marks each later twin with the first unit of its action. `units` are one side's, in canonical order. */
export function markTwins(units: Unit[]): void {
  const earlier = new Map<string, Unit[]>();
  for (const unit of units) {
    const lead = leadOf(unit);
    for (const key of twinKeys(lead)) {
      const others = earlier.get(key) ?? [];
      const first = others.find((other) => isTwin(leadOf(other), lead));
      if (first !== undefined && unit.twinOf === null) unit.twinOf = first.twinOf ?? first;
      earlier.set(key, recent(others, unit));
    }
  }
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
    JSON.stringify(first.event.customData) === JSON.stringify(second.event.customData)
  );
}
