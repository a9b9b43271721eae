/** Of several sends of one action the one that stands for it (P5): what arrived, then what has both sides, then the first. */
import { countsAtMeta } from '../model/event.ts';
import { compareUnits, isOneSided, type Unit } from './unit.ts';

/** The unit that stands for the action of this one. */
export function standInOf(unit: Unit): Unit {
  const first = unit.twinOf ?? unit;
  return first.twins?.standIn ?? first;
}

/** Chooses anew after these units changed; returns the first sends of the actions for which another one stands now. */
export function chooseStandIns(changed: Iterable<Unit>): Set<Unit> {
  const news = new Set<Unit>();
  const toSearch = new Set<Unit>();
  for (const unit of changed) {
    const first = unit.twinOf ?? unit;
    if (first.twins === null) continue;
    const now = standInOf(first);
    if (unit === now) toSearch.add(first);
    else if (isBetter(unit, now)) choose(unit, { first, news });
  }
  for (const first of toSearch) choose(bestOf(first), { first, news });
  return news;
}

function choose(unit: Unit, { first, news }: { first: Unit; news: Set<Unit> }): void {
  if (first.twins === null || standInOf(first) === unit) return;
  first.twins.standIn = unit === first ? null : unit;
  news.add(first);
}

function bestOf(first: Unit): Unit {
  let best = first;
  if (worthOf(first) === bestWorth) return first;
  for (const unit of first.twins?.later ?? []) if (isBetter(unit, best)) best = unit;
  return best;
}

function isBetter(unit: Unit, other: Unit): boolean {
  const lead = worthOf(unit) - worthOf(other);
  return lead > 0 || (lead === 0 && compareUnits(unit, other) < 0);
}

const bestWorth = 3;

function worthOf(unit: Unit): number {
  const { partner } = unit;
  const hasArrived = isTaken(unit) || (partner !== null && isTaken(partner));
  const isJoined = partner !== null || !isOneSided(unit);
  return (hasArrived ? 2 : 0) + (isJoined ? 1 : 0);
}

/** True where an event of the unit reached Meta. */
export function isTaken({ browser, server }: Unit): boolean {
  return browser.some(({ event }) => countsAtMeta(event)) || server.some(({ event }) => countsAtMeta(event));
}
