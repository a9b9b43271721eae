/** One order number that stands for two sales: of two shops or days, of parts of one order, of money given back. */
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { areNotSeenAsOne } from './visitors.ts';

export type Between = { gapMs: number; areJoined: boolean };

/** True where the same order number does not make two events of one side one action. */
export function isOtherSale(first: Traits, second: Traits, { gapMs, areJoined }: Between): boolean {
  // A server may send an order in parts, which is the same order; a Pixel that fires anew for more was bought from again.
  const mayBePart = first.event.side === 'browser';
  if (areJoined && differ(first.money, second.money)) return true;
  return (
    isOfOthers(first, second, gapMs) || (mayBePart && isOtherPart(first, second)) || isBack(first) !== isBack(second)
  );
}

/**
 * Of two people, for two amounts, and on two websites, of two products or hours apart: shops number their orders alike,
 * and some begin anew every day. Copies whose visitor was hashed wrongly still agree in one of these.
 */
export function isOfOthers(first: Traits, second: Traits, gapMs: number): boolean {
  const isElsewhere = differ(siteOf(first), siteOf(second));
  const areCalls = first.event.side === 'browser' && second.event.side === 'browser';
  if (!differ(first.money, second.money) && !(areCalls && isElsewhere)) return false;
  if (!areNotSeenAsOne(first, second)) return false;
  return isElsewhere || haveOtherContent(first, second) || gapMs > pairThresholds.otherSaleMs;
}

/** Other products for another amount: what was bought on top of the order. */
function isOtherPart(first: Traits, second: Traits): boolean {
  return differ(first.money, second.money) && haveOtherContent(first, second);
}

function haveOtherContent(first: Traits, second: Traits): boolean {
  if (first.contentIds === null || second.contentIds === null) return false;
  const ids = new Set(first.contentIds.split(','));
  return !second.contentIds.split(',').some((id) => ids.has(id));
}

/** An amount below zero is money that went back. */
function isBack({ money }: Traits): boolean {
  return money?.startsWith('-') === true;
}

/** `shop.example` of all its hosts; of a two-part suffix the suffix, which then tells nothing. */
function siteOf({ page }: Traits): string | null {
  const host = page?.split('/')[2] ?? null;
  return host === null ? null : host.split('.').slice(-2).join('.');
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}
