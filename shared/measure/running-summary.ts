/** Keeps the summary of a session up to date while it grows: what changed is taken out as it was and put in as it is. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import { countsAtMeta, type EventId, type TrackedEvent } from '../model/event.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { ReportSummary } from '../report/report.ts';
import { createTally } from './tally.ts';

/** What changed in one step, in any batching: removed keys first, then what is new or other than before. */
type SummaryChanges = {
  events: readonly TrackedEvent[];
  pairs: readonly Pair[];
  removedPairs: readonly string[];
  findings: readonly Finding[];
  removedFindings: readonly string[];
};

export type RunningSummary = {
  take(changes: SummaryChanges): void;
  /** `orders`: those that the shop exported; empty where it did not. They are walked through, nothing else is. */
  now(orders: readonly OrderAccount[]): ReportSummary;
};

/** A browser event, and the event name of the pair in which Meta joins it; null where it is in none. */
type Seen = { event: TrackedEvent; joinedIn: string | null };

export function createRunningSummary(): RunningSummary {
  const tally = createTally();
  const events = new Map<EventId, Seen>();
  const pairs = new Map<string, Pair>();
  const severities = new Map<string, Severity>();

  function take(changes: SummaryChanges): void {
    for (const event of changes.events) if (event.role === 'event') see(event);
    // All out before any in: an event may go from one pair to another.
    for (const key of changes.removedPairs) takeOut(key);
    for (const { key } of changes.pairs) takeOut(key);
    for (const pair of changes.pairs) putIn(pair);
    for (const key of changes.removedFindings) setSeverity(key, null);
    for (const { key, severity } of changes.findings) setSeverity(key, severity);
  }

  function see(event: TrackedEvent): void {
    const known = events.get(event.id);
    if (known === undefined) tally.named(event.eventName)[`${event.side}Events`] += 1;
    else cover(known, -1);
    const seen = { event, joinedIn: known?.joinedIn ?? null };
    events.set(event.id, seen);
    cover(seen, 1);
  }

  /** Event coverage looks at the browser's events alone. */
  function cover({ event, joinedIn }: Seen, by: 1 | -1): void {
    if (event.side !== 'browser' || !countsAtMeta(event)) return;
    const row = tally.named(event.eventName);
    row.counting += by;
    if (joinedIn === event.eventName) row.covered += by;
  }

  function join(id: EventId, name: string | null): void {
    const seen = events.get(id);
    if (seen === undefined || seen.joinedIn === name) return;
    cover(seen, -1);
    seen.joinedIn = name;
    cover(seen, 1);
  }

  function takeOut(key: string): void {
    const pair = pairs.get(key);
    if (pair === undefined) return;
    pairs.delete(key);
    tally.count(pair, -1);
    for (const id of pair.browser) join(id, null);
  }

  function putIn(pair: Pair): void {
    pairs.set(pair.key, pair);
    tally.count(pair, 1);
    const isJoined = pair.verdict === 'deduplicated' || pair.verdict === 'fallback';
    if (isJoined) for (const id of pair.browser) join(id, pair.eventName);
  }

  function setSeverity(key: string, severity: Severity | null): void {
    const before = severities.get(key);
    if (before !== undefined) tally.findings[before] -= 1;
    if (severity === null) severities.delete(key);
    else {
      severities.set(key, severity);
      tally.findings[severity] += 1;
    }
  }

  return { take, now: (orders) => tally.summary(orders, (key) => pairs.get(key)?.eventName ?? null) };
}
