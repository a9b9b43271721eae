/** A unit: the events that Meta takes for one already (P0, P1), and the unit of the other side that it is joined with. */
import type { Side } from '../model/event.ts';
import type { Evidence, PairRule } from '../model/pair.ts';
import type { Traits } from './traits.ts';

export type Unit = {
  /** In order of receipt. Both sides are filled where P1 joined them. */
  readonly browser: readonly Traits[];
  readonly server: readonly Traits[];
  /** The unit of the same side that is the same action, sent earlier (P5). */
  twinOf: Unit | null;
  /** The unit of the other side that P2 or P3 joined with this one; it points back. */
  partner: Unit | null;
  joinedBy: { rule: Exclude<PairRule, 'P1'>; evidence: Evidence[] } | null;
  /** Units that fit as well as each other (P4). */
  candidates: Unit[];
};

export function newUnit(members: readonly Traits[]): Unit {
  const of = (side: Side) => members.filter(({ event }) => event.side === side);
  return { browser: of('browser'), server: of('server'), twinOf: null, partner: null, joinedBy: null, candidates: [] };
}

/** Only units of one side are looked at by P2 and P3. */
export function isOneSided({ browser, server }: Unit): boolean {
  return browser.length === 0 || server.length === 0;
}

/** The first event of the unit, the browser's where both sides are there. */
export function leadOf({ browser, server }: Unit): Traits {
  const lead = browser[0] ?? server[0];
  if (lead === undefined) throw new Error('A unit holds at least one event.');
  return lead;
}

/** Of two joined units the browser's: the pair is named after it. */
export function headOf(unit: Unit): Unit {
  return unit.partner !== null && unit.browser.length === 0 ? unit.partner : unit;
}

/** Canonical order: receipt, then side, then number. Arrival order never shows. */
export function compareReceipt(a: Traits, b: Traits): number {
  return a.receivedAt - b.receivedAt || compareIds(a.event.id, b.event.id);
}

/** `b2` before `b10` before `s1`. */
export function compareIds(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1));
}
