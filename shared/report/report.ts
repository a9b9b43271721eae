/** The report as `--format json` prints it (REPORT.md): stable; later versions add, they do not rename. */
import type { EventId, Side, TrackedEvent } from '../model/event.ts';
import type { Input } from '../model/fact.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { Pair } from '../model/pair.ts';

export type PairCounts = {
  deduplicated: number;
  fallback: number;
  doubleCounted: number;
  browserOnly: number;
  serverOnly: number;
};

export type EventNameSummary = PairCounts & {
  eventName: string;
  browserEvents: number;
  serverEvents: number;
  orders: number;
  /** Share of browser events with a server twin that carries a shared key; null where there is none to judge. */
  coverage: number | null;
};

export type ReportSummary = {
  browserEvents: number;
  serverEvents: number;
  orders: number;
  pairs: PairCounts;
  /** What Meta would count. */
  countedByMeta: number;
  /** What happened. */
  distinctActions: number;
  findings: { error: number; warning: number; info: number };
  byEventName: EventNameSummary[];
};

export type ReportEvent = {
  id: EventId;
  side: Side;
  datasetId: string | null;
  eventName: string;
  eventId: string | null;
  at: string;
  seenAt: string | null;
  source: { input: number; at: string };
  url: string | null;
  outcome: TrackedEvent['outcome'];
  counts: boolean;
  fbp: string | null;
  fbc: string | null;
  userData: Record<string, string[]>;
  customData: Record<string, Json>;
};

/** A pair under its report number; `repeatOf` and `candidates` name report numbers too. */
export type ReportPair = Omit<Pair, 'key' | 'at'> & { id: string };

export type ReportFinding = {
  code: string;
  severity: Severity;
  title: string;
  detail: string;
  fix: string;
  eventsManager: string | null;
  source: string;
  confidence: Confidence;
  causedBy: string | null;
  pair: string | null;
  events: EventId[];
  evidence: { browser: string | null; server: string | null };
};

/** A measure: `value` is `part` over `of`, null where that is too little to judge, and `note` says so. */
export type Score = { value: number | null; part: number; of: number; note: string };

/** Why Meta's count is not that of the actions: it misses some, and counts others more than once. */
export type CountCause =
  | 'blocked'
  | 'aborted'
  | 'failed'
  | 'rejected'
  | 'lost-on-both-sides'
  | 'id-reused'
  | 'double-counted'
  | 'sent-again';

/** `missing`: actions that Meta does not count. `extra`: what it counts beside them. The pairs are where to look. */
export type CountPart = { cause: CountCause; effect: 'missing' | 'extra'; count: number; pairs: string[] };

/**
 * Actions that Meta learns of, over those that happened. `countedByMeta` is `of` without the missing parts and with
 * the extra ones. `orders`: distinct order numbers seen, and those whose Pixel event, server event or either counts.
 */
export type CompletenessScore = Score & {
  countedByMeta: number;
  parts: CountPart[];
  orders: OrderCounts;
};

/** Why Meta does not count an order: as `CountCause`, or because neither side reported it. */
export type OrderLoss = CountCause | 'not-reported';

/**
 * The orders that the shop exported. `all`: how many there are; `twice`: counted more than once; `parts`: not counted,
 * each with its order numbers and the pairs that stand for them; `note`: the same in a sentence, with what was left out.
 */
export type GivenOrders = {
  all: number;
  twice: number;
  parts: { cause: OrderLoss; count: number; orders: string[]; pairs: string[] }[];
  note: string;
};

/**
 * Without an export `of` are the distinct order numbers that events carry. With one: its orders that should be reported
 * and that what was recorded covers, or that an event names; then `given` is there.
 */
export type OrderCounts = { of: number; browser: number; server: number; counted: number; given?: GivenOrders };

/** How many events of that name and side carry the key, of those whose source shows customer information. */
export type KeyCoverage = { eventName: string; side: Side; key: string; with: number; of: number };

/** Pairs whose first copies agree in the field, of those in which either carries it; `pairs` are the others. */
export type FieldAgreement = {
  field: 'event_id' | 'event_name' | 'value' | 'currency';
  agree: number;
  of: number;
  pairs: string[];
};

/** Events that count, and those of them whose twin Meta joins. `overlap`: the joined share of the smaller source. */
export type JoinedEvents = {
  browser: number;
  browserJoined: number;
  server: number;
  serverJoined: number;
  overlap: number | null;
};

/** Delays from `event_time` to sending, in ms; null where there are too few. `ahead`: sent before they happened. */
export type FreshnessScore = Score & {
  withinMinute: number;
  withinHour: number;
  medianMs: number | null;
  p95Ms: number | null;
  ahead: number;
};

/** Actions of one event name, those that Meta counts exactly once, and its whole count. */
export type ActionCount = { eventName: string; actions: number; once: number; countedByMeta: number };

export type Scores = {
  completeness: CompletenessScore;
  matchKeys: Score & { byKey: KeyCoverage[] };
  consistency: Score & { byField: FieldAgreement[] };
  /** `goal`: Meta's for event coverage. */
  deduplication: Score & JoinedEvents & { goal: number; byEventName: (JoinedEvents & { eventName: string })[] };
  freshness: FreshnessScore;
  /** Actions that Meta counts exactly once, over those that happened. */
  count: Score & { countedByMeta: number; byEventName: ActionCount[] };
};

export type ReportInput = Pick<Input, 'kind' | 'name' | 'records' | 'skipped'> & {
  events: number;
  /** How the source was understood, where that had to be found out: which column is what, what was assumed. */
  readings?: string[];
  problems: { at: string; reason: string }[];
};

export type Report = {
  schema: 'twinlane-report/1';
  engine: string;
  /** Present where the report holds a part of what was read; null for what was not asked. Times as everywhere. */
  narrowedTo?: { filter: string | null; since: string | null; until: string | null };
  inputs: ReportInput[];
  summary: ReportSummary;
  events: ReportEvent[];
  pairs: ReportPair[];
  findings: ReportFinding[];
  scores: Scores;
};
