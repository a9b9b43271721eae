/** A unit: the events that Meta takes for one already (P0, P1), and the unit of the other side that it is joined with. */
import type { Side } from '../model/event.ts';
import type { Evidence, PairRule } from '../model/pair.ts';
import { type Member, receivedAt, type Traits, traitsOf } from './traits.ts';

export type Unit = {
  /** In order of receipt. Both sides are filled where P1 joined them. */
  readonly browser: readonly Member[];
  readonly server: readonly Member[];
  /** The first unit that is the same action, of which this one is another send (P5). */
  twinOf: Unit | null;
  /** The other sends of its action, where it is the first of several. */
  twins: Twins | null;
  /** The unit of the other side that P2 or P3 joined with this one; it points back. */
  partner: Unit | null;
  joinedBy: { rule: Exclude<PairRule, 'P1'>; evidence: Evidence[] } | null;
  /** Units that fit as well as each other (P4). */
  candidates: readonly Unit[];
  /** Key of the pair that it was last written down as; null where it was not yet. */
  pairKey: string | null;
};

/** Units that name one as the first send of their action, and which of them stands for it; null: the first does. */
type Twins = { later: Set<Unit>; standIn: Unit | null };

/** A session has a unit for each action: what most of them lack is shared. */
const none: readonly never[] = [];

export function newUnit(members: readonly Member[]): Unit {
  return {
    browser: onSide(members, 'browser'),
    server: onSide(members, 'server'),
    twinOf: null,
    twins: null,
    partner: null,
    joinedBy: null,
    candidates: none,
    pairKey: null,
  };
}

function onSide(members: readonly Member[], side: Side): readonly Member[] {
  let found: Member[] | null = null;
  for (const member of members) {
    if (member.event.side !== side) continue;
    if (found === null) found = [member];
    else found.push(member);
  }
  return found ?? none;
}

/** Parts a unit from what it could be joined with. */
export function unjoin(unit: Unit): void {
  unit.partner = null;
  unit.joinedBy = null;
  unit.candidates = none;
}

/** Only units of one side are looked at by P2 and P3. */
export function isOneSided({ browser, server }: Unit): boolean {
  return browser.length === 0 || server.length === 0;
}

/** The first event of the unit, the browser's where both sides are there. */
export function leadOf({ browser, server }: Unit): Member {
  const lead = browser[0] ?? server[0];
  if (lead === undefined) throw new Error('A unit holds at least one event.');
  return lead;
}

export function leadTraits(unit: Unit): Traits {
  return traitsOf(leadOf(unit));
}

/** Of two joined units the browser's: the pair is named after it. */
export function headOf(unit: Unit): Unit {
  return unit.partner !== null && unit.browser.length === 0 ? unit.partner : unit;
}

/** Canonical order: receipt, then side, then number. Arrival order never shows. */
export function compareReceipt({ event: a }: Member, { event: b }: Member): number {
  return receivedAt(a) - receivedAt(b) || compareIds(a.id, b.id);
}

/** The first event of the unit by receipt. */
function firstOf({ browser, server }: Unit): Member | undefined {
  const [left, right] = [browser[0], server[0]];
  if (left === undefined || right === undefined) return left ?? right;
  return compareReceipt(left, right) <= 0 ? left : right;
}

/** By the first event, whatever its side. */
export function compareUnits(one: Unit, other: Unit): number {
  const [left, right] = [firstOf(one), firstOf(other)];
  return left === undefined || right === undefined ? 0 : compareReceipt(left, right);
}

/** `b2` before `b10` before `s1`. */
export function compareIds(a: string, b: string): number {
  return a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1));
}
