/** P3: weighs what speaks for two events being one action, and what forbids it. */
import type { Evidence } from '../model/pair.ts';
import { idForm, relateIds } from './id-forms.ts';
import { isOfOthers } from './other-sale.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { areStrangers, sharedVisitor } from './visitors.ts';

export type Weighed = { points: number; gapMs: number; evidence: Evidence[] };

type Agreement = { kind: string; points: number; browser: string; server: string };

const second = 1000;

/** Null where a veto forbids the join. Points and vetoes are those of SPEC.md. */
export function weigh(browser: Traits, server: Traits): Weighed | null {
  const gapMs = smallestGapMs(browser, server);
  const id = idAgreement(browser, server);
  const order = orderAgreement(browser, server);
  if (isForbidden(browser, server, { id, order, gapMs })) return null;
  const agreements = [id, order, ...softAgreements(browser, server), timeAgreement(gapMs)].filter((a) => a !== null);
  return {
    points: agreements.reduce((sum, agreement) => sum + agreement.points, 0),
    gapMs,
    evidence: agreements.map(({ kind, browser: left, server: right }) => ({ kind, browser: left, server: right })),
  };
}

type Strong = { id: Agreement | null; order: Agreement | null; gapMs: number };

function isForbidden(browser: Traits, server: Traits, { id, order, gapMs }: Strong): boolean {
  const isSameId = id?.kind === 'event_id';
  if (haveOtherOrders(browser, server) || isTakenBack(browser, server)) return true;
  if (id === null && (order === null ? isUnlike : isOfOthers)(browser, server, gapMs)) return true;
  if (!isSameId && differ(browser.dataset, server.dataset)) return true;
  if (browser.name === server.name) return false;
  if (!isSameId) return true;
  return !(order !== null || browser.money === server.money || browser.page === server.page || gapMs <= 60 * second);
}

/** Without the same order number or id: what is known of content, visitor, place or time speaks against one action. */
function isUnlike(browser: Traits, server: Traits, gapMs: number): boolean {
  if (differ(browser.contentIds, server.contentIds) || differ(browser.fbp, server.fbp)) return true;
  const isApart = gapMs > pairThresholds.dedupWindowMs;
  return isApart || isElsewhere(browser, server) || isOtherVisitor(browser, server, gapMs);
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

const takingBack = /refund|return|cancel|chargeback/;

/** One of them takes back what the other is. */
function isTakenBack({ name }: Traits, other: Traits): boolean {
  return takingBack.test(name) !== takingBack.test(other.name);
}

/** The server says that it happened on no website, and not on the browser's page either. */
export function isElsewhere(browser: Traits, { event, page }: Traits): boolean {
  const isWebsite = event.side === 'browser' || event.actionSource === null || event.actionSource === 'website';
  return !isWebsite && (page === null || page !== browser.page);
}

/** Nothing tells that it was one visitor, and time or what the sides tell of the visitor speaks against it. */
function isOtherVisitor(browser: Traits, server: Traits, gapMs: number): boolean {
  if (sharedVisitor(browser, server) !== null) return false;
  return gapMs > pairThresholds.anonymousGapMs || areStrangers(browser, server);
}

function idAgreement(browser: Traits, server: Traits): Agreement | null {
  const left = browser.event.eventId ?? browser.misplacedId;
  const right = server.event.eventId ?? server.misplacedId;
  if (left === null || right === null) return null;
  const relation = relateIds(left, right);
  if (relation === 'unrelated') return null;
  return { kind: idKind(browser, server), points: 60, browser: left, server: right };
}

function idKind({ event: left }: Traits, { event: right }: Traits): string {
  if (left.eventId === null || right.eventId === null) return 'event_id (misplaced)';
  const relation = relateIds(left.eventId, right.eventId);
  return relation === null ? 'event_id' : `event_id (${relation})`;
}

/** Order numbers of both sides, or one side's order number inside the other side's event_id. */
function orderAgreement(browser: Traits, server: Traits): Agreement | null {
  const left = browser.orderText ?? browser.event.eventId;
  const right = server.orderText ?? server.event.eventId;
  if (left === null || right === null || (browser.orderText === null && server.orderText === null)) return null;
  const isSame = idForm(left) === idForm(right) || relateIds(left, right) !== 'unrelated';
  return isSame ? { kind: 'order', points: 60, browser: left, server: right } : null;
}

function softAgreements(browser: Traits, server: Traits): (Agreement | null)[] {
  return [
    visitorAgreement(browser, server),
    same('value', 20, browser.money, server.money),
    same('content', 15, browser.contentIds, server.contentIds),
    same('page', 15, browser.page, server.page),
    same('user agent', 5, browser.event.userAgent, server.event.userAgent),
  ];
}

function visitorAgreement(browser: Traits, server: Traits): Agreement | null {
  const shared = sharedVisitor(browser, server);
  return shared === null ? null : same(shared.kind, 30, shared.value, shared.value);
}

function same(kind: string, points: number, left: string | null, right: string | null): Agreement | null {
  return left !== null && left === right ? { kind, points, browser: left, server: left } : null;
}

function timeAgreement(gapMs: number): Agreement | null {
  const points = gapMs <= 10 * second ? 15 : gapMs <= 60 * second ? 10 : gapMs <= 3600 * second ? 5 : 0;
  const text = `${gapMs} ms apart`;
  return points === 0 ? null : { kind: 'time', points, browser: text, server: text };
}

/** The smaller of the gaps between event times and between received times, in ms. */
function smallestGapMs(browser: Traits, server: Traits): number {
  const byEvent = Math.abs(server.event.at - browser.event.at);
  return Math.min(byEvent, Math.abs(server.receivedAt - browser.receivedAt));
}

/** Order numbers that are both known and are no forms of one number. */
export function haveOtherOrders({ order: left }: Traits, { order: right }: Traits): boolean {
  return left !== null && right !== null && left !== right && relateIds(left, right) === 'unrelated';
}
