/** The report as `--format json` prints it (REPORT.md): stable; later versions add, they do not rename. */
import type { EventId, Side, TrackedEvent } from '../model/event.ts';
import type { Input } from '../model/fact.ts';
import type { Severity } from '../model/finding.ts';
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
  causedBy: string | null;
  pair: string | null;
  events: EventId[];
  evidence: { browser: string | null; server: string | null };
};

/** A measure with its numerator over `of`; null where there is too little to judge, and `note` says so. */
export type Score = { value: number | null; of: number; note: string };

export type ReportInput = Pick<Input, 'kind' | 'name' | 'records' | 'skipped'> & {
  events: number;
  problems: { at: string; reason: string }[];
};

export type Report = {
  schema: 'twinlane-report/1';
  engine: string;
  inputs: ReportInput[];
  summary: ReportSummary;
  events: ReportEvent[];
  pairs: ReportPair[];
  findings: ReportFinding[];
  scores: Record<'completeness' | 'matchKeys' | 'consistency' | 'deduplication' | 'freshness', Score>;
};
