/** A unit: the events that Meta takes for one already (P0, P1), and everything that later rules join to it. */
import type { Evidence, PairRule } from '../model/pair.ts';
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';

export type Unit = {
  browser: Traits[];
  server: Traits[];
  rule: PairRule | null;
  evidence: Evidence[];
  /** The unit of the same side that is the same action, sent earlier (P5). */
  twinOf: Unit | null;
  /** Units that fit as well as each other (P4). */
  candidates: Unit[];
};

/** P0 and P1: events with the same dataset, name and id, in spans of 48 h; events without id stand alone. */
export function formUnits(sorted: Traits[]): Unit[] {
  const open = new Map<string, { unit: Unit; firstAt: number }>();
  const units: Unit[] = [];
  for (const traits of sorted) {
    const key = exactKey(traits);
    const current = key === null ? undefined : open.get(key);
    if (current && traits.receivedAt - current.firstAt <= pairThresholds.dedupWindowMs) {
      addTo(current.unit, traits);
      continue;
    }
    const unit: Unit = { browser: [], server: [], rule: null, evidence: [], twinOf: null, candidates: [] };
    addTo(unit, traits);
    units.push(unit);
    if (key !== null) open.set(key, { unit, firstAt: traits.receivedAt });
  }
  return units;
}

function exactKey({ event, dataset }: Traits): string | null {
  return event.eventId === null ? null : JSON.stringify([dataset, event.eventName, event.eventId]);
}

function addTo(unit: Unit, traits: Traits): void {
  (traits.event.side === 'browser' ? unit.browser : unit.server).push(traits);
  if (unit.browser.length > 0 && unit.server.length > 0) unit.rule = 'P1';
}

/** The first event of the unit's only side. */
export function leadOf(unit: Unit): Traits {
  const lead = unit.browser[0] ?? unit.server[0];
  if (lead === undefined) throw new Error('A unit holds at least one event.');
  return lead;
}

export function isOneSided(unit: Unit): boolean {
  return unit.browser.length === 0 || unit.server.length === 0;
}

/** Moves a server unit into a browser unit: they are one action from now on. */
export function joinUnits(browser: Unit, server: Unit, how: { rule: PairRule; evidence: Evidence[] }): void {
  browser.server.push(...server.server);
  server.server.length = 0;
  browser.rule = how.rule;
  browser.evidence = how.evidence;
}
