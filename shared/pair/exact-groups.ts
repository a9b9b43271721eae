/** P0 and P1: gathers events with the same dataset, name and id, and cuts them into spans of 48 hours. */
import { createByEventId } from '../model/by-event-id.ts';
import type { TrackedEvent } from '../model/event.ts';
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
  const members = createByEventId<Member>();
  const groups = createGroupBook();

  function put(events: readonly TrackedEvent[], soleDataset: string | null): UnitChanges {
    const touched: Group[] = [];
    let isReplaced = false;
    for (const event of events) {
      const known = members.get(event.id);
      if (known !== null && JSON.stringify(known.event) === JSON.stringify(event)) continue;
      isReplaced ||= known !== null;
      const member: Member = { event, dataset: event.datasetId ?? soleDataset, traits: null };
      members.set(event.id, member);
      const group = groups.of(member);
      if (group.fresh === null) touched.push(group);
      if (group.fresh === null) group.fresh = [member];
      else group.fresh.push(member);
    }
    return regroup(touched, isReplaced ? isCurrent : null);
  }

  const isCurrent = (member: Member) => members.get(member.event.id) === member;

  return { put, events: () => Array.from(members.values(), ({ event }) => event) };
}

/** Finds the group of an event. Those with an id by dataset, name and id; one without an id stands alone, under its number. */
function createGroupBook() {
  const datasets = new Map<string | null, Map<string, Map<string, Group>>>();
  const alone = new Map<string, Group>();
  /** Neighbours are often of one dataset and name. */
  let last: { dataset: string | null; name: string; ids: Map<string, Group> } | null = null;

  function idsOf(dataset: string | null, name: string): Map<string, Group> {
    if (last?.name === name && last.dataset === dataset) return last.ids;
    const ids = entry(entry(datasets, dataset, newMap<Map<string, Group>>), name, newMap<Group>);
    last = { dataset, name, ids };
    return ids;
  }

  return {
    of: ({ event, dataset }: Member): Group =>
      event.eventId === null
        ? entry(alone, event.id, newGroup)
        : entry(idsOf(dataset, event.eventName), event.eventId, newGroup),
  };
}

/** `isCurrent`: which members are still there, where an event was replaced. */
function regroup(touched: readonly Group[], isCurrent: ((member: Member) => boolean) | null): UnitChanges {
  const changes: UnitChanges = { added: [], removed: [] };
  for (const group of touched) {
    const members = membersOf(group);
    for (const unit of group.units) changes.removed.push(unit);
    group.units = cutIntoUnits(isCurrent === null ? members : members.filter(isCurrent));
    for (const unit of group.units) changes.added.push(unit);
    group.fresh = null;
  }
  return changes;
}

function membersOf({ units, fresh }: Group): Member[] {
  if (units.length === 0) return fresh ?? [];
  return [...units.flatMap(({ browser, server }) => [...browser, ...server]), ...(fresh ?? [])];
}

function isOneSpan(first: Member, second: Member): boolean {
  return Math.abs(receivedAt(first.event) - receivedAt(second.event)) <= pairThresholds.dedupWindowMs;
}

const newGroup = (): Group => ({ units: [], fresh: null });
const newMap = <Value>() => new Map<string, Value>();

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function cutIntoUnits(members: Member[]): Unit[] {
  const [first, second, third] = members;
  if (first !== undefined && third === undefined && (second === undefined || isOneSpan(first, second))) {
    return [newUnit(second !== undefined && compareReceipt(first, second) > 0 ? [second, first] : members)];
  }
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
