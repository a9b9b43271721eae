/** P0 and P1: gathers events with the same dataset, name and id, and cuts them into spans of 48 hours. */
import type { EventId, TrackedEvent } from '../model/event.ts';
import { pairThresholds } from './thresholds.ts';
import { type Member, receivedAt } from './traits.ts';
import { compareReceipt, newUnit, type Unit } from './unit.ts';

/** `fresh`: what came in the step at hand; null between steps. */
type Group = { units: Unit[]; fresh: Member[] | null };

export type UnitChanges = { added: Unit[]; removed: Unit[] };

export type ExactGroups = {
  /**
   * Adds events, or replaces those that are known; returns the units that came and went. An event that is known
   * already, unchanged, changes nothing. `soleDataset` is given to events whose source does not tell theirs.
   */
  put(events: readonly TrackedEvent[], soleDataset: string | null): UnitChanges;
  events(): TrackedEvent[];
};

export function createExactGroups(): ExactGroups {
  const members = new Map<EventId, Member>();
  const streams = new Map<string, Map<string, Group>>();

  function put(events: readonly TrackedEvent[], soleDataset: string | null): UnitChanges {
    const touched: Group[] = [];
    for (const event of events) {
      if (isKnown(event)) continue;
      const member: Member = { event, dataset: event.datasetId ?? soleDataset, traits: null };
      members.set(event.id, member);
      const group = groupOf(member);
      if (group.fresh === null) touched.push(group);
      group.fresh ??= [];
      group.fresh.push(member);
    }
    return regroup(touched);
  }

  function isKnown(event: TrackedEvent): boolean {
    const known = members.get(event.id);
    return known !== undefined && JSON.stringify(known.event) === JSON.stringify(event);
  }

  /** Events without an id stand alone, under their own number. */
  function groupOf({ event, dataset }: Member): Group {
    const name = event.eventId === null ? '' : `${dataset}\n${event.eventName}`;
    const stream = entry(streams, name, () => new Map<string, Group>());
    return entry(stream, event.eventId ?? event.id, () => ({ units: [], fresh: null }));
  }

  function regroup(touched: readonly Group[]): UnitChanges {
    const changes: UnitChanges = { added: [], removed: [] };
    for (const group of touched) {
      const known = group.units.flatMap(({ browser, server }) => [...browser, ...server]);
      for (const unit of group.units) changes.removed.push(unit);
      group.units = cutIntoUnits([...known, ...(group.fresh ?? [])].filter(isCurrent));
      for (const unit of group.units) changes.added.push(unit);
      group.fresh = null;
    }
    return changes;
  }

  const isCurrent = (member: Member) => members.get(member.event.id) === member;

  return { put, events: () => Array.from(members.values(), ({ event }) => event) };
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function cutIntoUnits(members: Member[]): Unit[] {
  const spans: Member[][] = [];
  let firstAt = Number.NEGATIVE_INFINITY;
  for (const member of members.sort(compareReceipt)) {
    const span = spans.at(-1);
    const at = receivedAt(member.event);
    if (span !== undefined && at - firstAt <= pairThresholds.dedupWindowMs) {
      span.push(member);
      continue;
    }
    spans.push([member]);
    firstAt = at;
  }
  return spans.map(newUnit);
}
