/** P0 and P1: gathers events with the same dataset, name and id, and cuts them into spans of 48 hours. */
import { pairThresholds } from './thresholds.ts';
import type { Traits } from './traits.ts';
import { compareReceipt, newUnit, type Unit } from './unit.ts';

type Group = { members: Map<string, Traits>; units: Unit[] };

export type UnitChanges = { added: Unit[]; removed: Unit[] };

export type ExactGroups = {
  /** Adds events, or replaces those that are known; returns the units that came and went. */
  put(all: readonly Traits[]): UnitChanges;
};

export function createExactGroups(): ExactGroups {
  const groups = new Map<string, Group>();

  function put(all: readonly Traits[]): UnitChanges {
    const touched = new Set<Group>();
    for (const traits of all) {
      const key = exactKey(traits);
      const group = groups.get(key) ?? { members: new Map(), units: [] };
      group.members.set(traits.event.id, traits);
      groups.set(key, group);
      touched.add(group);
    }
    const changes: UnitChanges = { added: [], removed: [] };
    for (const group of touched) {
      changes.removed.push(...group.units);
      group.units = cutIntoUnits([...group.members.values()]);
      changes.added.push(...group.units);
    }
    return changes;
  }

  return { put };
}

/** Events without an id stand alone. */
function exactKey({ event, dataset }: Traits): string {
  return event.eventId === null ? event.id : `${dataset}\n${event.eventName}\n${event.eventId}`;
}

function cutIntoUnits(members: Traits[]): Unit[] {
  const spans: Traits[][] = [];
  let firstAt = Number.NEGATIVE_INFINITY;
  for (const traits of members.sort(compareReceipt)) {
    const span = spans.at(-1);
    if (span !== undefined && traits.receivedAt - firstAt <= pairThresholds.dedupWindowMs) {
      span.push(traits);
      continue;
    }
    spans.push([traits]);
    firstAt = traits.receivedAt;
  }
  return spans.map(newUnit);
}
