/** P5 for two events of one side: whether the second is the action of the first, sent again as another event. */
import type { TrackedEvent } from '../model/event.ts';
import { isOtherSale } from './other-sale.ts';
import { pairThresholds } from './thresholds.ts';
import { type Member, type Traits, traitsOf } from './traits.ts';
import { sharedVisitor } from './visitors.ts';

/** A visitor can do these several times on one page within seconds. */
const repeatable = new Set(['addtocart', 'addtowishlist', 'search', 'customizeproduct', 'addpaymentinfo']);

/** `areJoined`: each of the two has a copy of its own from the other side. */
export function isSameAction(one: Member, other: Member, areJoined: boolean): boolean {
  const gapMs = Math.abs(other.event.at - one.event.at);
  if (gapMs > pairThresholds.sameOrderMs) return false;
  const [first, second] = [traitsOf(one), traitsOf(other)];
  if (first.order !== null && second.order !== null) {
    return (
      first.order === second.order &&
      !isOtherSale(first, second, { gapMs, areJoined }) &&
      isInTime(first, second, gapMs)
    );
  }
  if (one.event.eventId !== null && one.event.eventId === other.event.eventId) {
    return isSameContent(first, second) && isInTime(first, second, gapMs);
  }
  if (areJoined && repeatable.has(first.name)) return false;
  return gapMs <= Math.min(twinWindowMs(first), twinWindowMs(second)) && isSameSend(first, second);
}

/** After days an order number or an id is a sign of one action only on a website, and with the visitor or the amount. */
function isInTime(first: Traits, second: Traits, gapMs: number): boolean {
  if (gapMs <= pairThresholds.dedupWindowMs) return true;
  const isOfWebsite = isWebsite(first.event) && isWebsite(second.event);
  return isOfWebsite && (sharedVisitor(first, second) !== null || first.money === second.money);
}

function isWebsite(event: TrackedEvent): boolean {
  return event.side === 'browser' || event.actionSource === null || event.actionSource === 'website';
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
function isSameSend(first: Traits, second: Traits): boolean {
  return (first.pageLoad === second.pageLoad || isOtherInstall(first, second)) && isSameContent(first, second);
}

function isSameContent(first: Traits, second: Traits): boolean {
  return (
    first.contentIds === second.contentIds && first.money === second.money && contentText(first) === contentText(second)
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
