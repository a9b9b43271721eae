/** P3: weighs what speaks for two events being one action, and what forbids it. */
import type { Evidence } from '../model/pair.ts';
import { idForm, relateIds } from './id-forms.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';

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
  const isStrong = id !== null || order !== null;
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (haveOtherOrders(browser, server)) return true;
  if (!isStrong && (differ(browser.contentIds, server.contentIds) || differ(browser.fbp, server.fbp))) return true;
  if (!isStrong && (gapMs > pairThresholds.dedupWindowMs || isOtherVisitor(browser, server, gapMs))) return true;
  if (!isSameId && differ(browser.dataset, server.dataset)) return true;
  if (browser.name === server.name) return false;
  if (!isSameId) return true;
  return !(order !== null || browser.money === server.money || browser.page === server.page || gapMs <= 60 * second);
}

/** Nothing tells that it was one visitor, and time or what the sides tell of the visitor speaks against it. */
function isOtherVisitor(browser: Traits, server: Traits, gapMs: number): boolean {
  if (visitorAgreement(browser, server) !== null) return false;
  return gapMs > pairThresholds.anonymousGapMs || areStrangers(browser, server);
}

/** Both sides tell who it was and agree in nothing; hashed and plain external_ids are not compared. */
function areStrangers(browser: Traits, server: Traits): boolean {
  const has = (key: 'em' | 'ph') =>
    [browser, server].every(({ contacts }) => contacts.some((hash) => hash.startsWith(key)));
  const isHash = (id: string) => /^[0-9a-f]{64}$/.test(id);
  const [left, right] = [browser.externalIds[0], server.externalIds[0]];
  const haveIds = left !== undefined && right !== undefined && isHash(left) === isHash(right);
  return haveIds || has('em') || has('ph');
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
  const external = browser.externalIds.find((id) => server.externalIds.includes(id));
  const contact = browser.contacts.find((hash) => server.contacts.includes(hash));
  const shared = external === undefined ? contact : `external_id:${external}`;
  if (browser.fbp !== null && browser.fbp === server.fbp) return same('fbp', 30, browser.fbp, server.fbp);
  return shared === undefined ? null : { kind: 'visitor', points: 30, browser: shared, server: shared };
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
