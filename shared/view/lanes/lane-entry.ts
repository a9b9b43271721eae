/** What stands on the axis of time: events in their lanes, moments between them, arrivals of what came late. */
import type { Pair, PairRule, Verdict } from '../../model/pair.ts';
import type { Moment } from '../moments.ts';
import type { EventRow } from '../rows.ts';
import type { Span } from './span-index.ts';

/** From top to bottom, and the order of what falls on one moment. `arrival`: when a late server event really left. */
export type Lane = 'browser' | 'server' | 'axis' | 'arrival';

/** `counts`: Meta has it. `lost`: Meta did not get it. `held`: kept here. `quiet`: a copy or an automatic event. */
export type LaneLook = 'counts' | 'lost' | 'held' | 'quiet';

/** From worst to well: what a group of marks is judged by. `quiet` says nothing. */
export const laneGrades = ['bad', 'part', 'fair', 'good', 'quiet'] as const;
export type LaneGrade = (typeof laneGrades)[number];

export type LaneEntry = {
  /** Id of the event, key of the moment, or `late` and the id of the event that arrives. */
  id: string;
  lane: Lane;
  /** ms since the epoch. */
  at: number;
  /** Number among what has the same lane and moment. */
  order: number;
  name: string;
  look: LaneLook;
  grade: LaneGrade;
  pair: LanePair | null;
  /** Only on the axis. */
  moment: Moment | null;
  /** Of a server event that left late. */
  tail: LaneTail | null;
  /** Written by the layout: which place on the axis it has; −1 before it has one. */
  column: number;
};

/** A line between two events that a rule brought together: `from` the browser's, `to` the server's. */
export type LaneLink = Span & { pair: LanePair; rule: PairRule };

/** From a late server event to the moment at which it left. */
export type LaneTail = Span & { delayMs: number };

export type LanePair = {
  pair: Pair;
  entries: LaneEntry[];
  links: LaneLink[];
  /** Left in sight by the filter. */
  isInSight: boolean;
};

export const gradeOf: Record<Verdict, LaneGrade> = {
  deduplicated: 'good',
  fallback: 'fair',
  'double-counted': 'bad',
  'browser-only': 'part',
  'server-only': 'part',
};

export function lookOf({ role, outcome, counts }: Pick<EventRow, 'role' | 'outcome' | 'counts'>): LaneLook {
  if (role !== 'event') return 'quiet';
  if (outcome === 'held') return 'held';
  return counts ? 'counts' : 'lost';
}

/** By moment, then lane, then number: the order of the axis, which nothing changes. */
export function compareEntries(a: LaneEntry, b: LaneEntry): number {
  if (a.at !== b.at) return a.at - b.at;
  return laneRank[a.lane] - laneRank[b.lane] || a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const laneRank: Record<Lane, number> = { browser: 0, server: 1, axis: 2, arrival: 3 };
