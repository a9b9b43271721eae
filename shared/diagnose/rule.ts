/** The form of a rule: what it looks at, and what it says when it holds. One rule is one file in rules/. */

import { hasEnoughKeys } from '../meta/customer-information.ts';
import {
  type BrowserEvent,
  countsAtMeta,
  type EventId,
  type ServerEvent,
  type Side,
  type TrackedEvent,
} from '../model/event.ts';
import type { TimeMs } from '../model/fact.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import type { Identity } from '../model/identity.ts';
import type { Pair } from '../model/pair.ts';
import type { OrderBook } from './orders/order-book.ts';

/** What the session as a whole knows, beyond one pair. */
export type SessionView = {
  /** True where that side has sent this event name to that dataset at least once; unknown datasets may be any. */
  sends(side: Side, eventName: string, datasetId: string | null): boolean;
  event(id: EventId): TrackedEvent | null;
  events(): Iterable<TrackedEvent>;
  /** Until when everything that happened has come in, in ms. */
  now(): TimeMs;
  pair(key: string): Pair | null;
  pairs(): Iterable<Pair>;
  /** All events of one request to the Conversions API, in their order. */
  request(key: string): readonly ServerEvent[];
  /** The shop's orders beside what was reported. */
  orders: Pick<OrderBook, 'changed' | 'standing' | 'namedBy' | 'isUnexplained'>;
  /** The tester's known values; empty where none were given. No text of a finding may hold one of them. */
  identity: Identity;
};

export type Copies = { browser: BrowserEvent; server: ServerEvent };

/** One pair as rules see it, its events looked up once for all of them. */
export type PairView = {
  pair: Pair;
  browser: readonly BrowserEvent[];
  server: readonly ServerEvent[];
  /** The browser's, then the server's. */
  events: readonly TrackedEvent[];
  /** The two copies of a joined pair, its first of each side; null where one side is missing. */
  copies: Copies | null;
  session: SessionView;
};

export type Hit = {
  /** What was seen, with the values, and what it does to the count or the match. */
  detail: string;
  /** What to change, naming the field in code. */
  fix: string;
  events: readonly TrackedEvent[];
  browser?: string | null;
  server?: string | null;
  /** Where it differs from the rule's own. */
  severity?: Severity;
};

/** What a rule says of itself, whatever it looks at. */
export type RuleTexts = {
  /** As in FINDINGS.md; also the file's name, with a hyphen for the dot. */
  code: string;
  severity: Severity;
  title: string;
  /** What Events Manager calls it; null where Meta has no name for it. */
  eventsManager: string | null;
  /** What it rests on: Meta's documents by their titles, or what was recorded. As in SPEC.md. */
  source: string;
  confidence: Confidence;
};

/** Asked for every pair: `check` makes texts and lists only where the rule holds, which is seldom. */
export type Rule = RuleTexts & { check(view: PairView): Hit | null };

/** The event of that side that stands for this pair's action; null where the pair itself does. */
export function firstOfAction({ pair, session }: PairView, side: Side): TrackedEvent | null {
  const [first] = (pair.repeatOf === null ? null : session.pair(pair.repeatOf))?.[side] ?? [];
  return first === undefined ? null : session.event(first);
}

/** True where all that the pair has of the server was refused, and another send of the action was taken. */
export function wasSentAgain(view: PairView): boolean {
  const standing = firstOfAction(view, 'server');
  const isRefused = view.server.length > 0 && view.server.every((event) => !countsAtMeta(event));
  return isRefused && standing !== null && countsAtMeta(standing);
}

/**
 * True where what we saw of the event includes its customer information. A log that leaves user_data out proves
 * nothing about what was sent; a request that we saw whole does.
 */
export function showsUserData(event: ServerEvent): boolean {
  return event.shows.userData;
}

/** True for a website event of which we saw the customer information, where the given value is missing from it. */
export function websiteEventWithout(event: ServerEvent, value: string | null): boolean {
  const isWebsite = event.actionSource === 'website' || event.actionSource === null;
  return isWebsite && value === null && showsUserData(event) && hasEnoughKeys(event);
}

/** What the loss of a browser event means, given the pair's server side. */
export function hasServerCopy(view: PairView): string {
  const standing = firstOfAction(view, 'server');
  return view.server.some(countsAtMeta) || (standing !== null && countsAtMeta(standing))
    ? 'Its server copy counts, so the action is not lost; what only the browser knew is.'
    : 'There is no server copy, so Meta does not learn of this action.';
}

/** A value as findings quote it; long ones are cut in the middle. */
export function quote(value: string): string {
  return value.length <= 80 ? `“${value}”` : `“${value.slice(0, 50)}…${value.slice(-20)}”`;
}
