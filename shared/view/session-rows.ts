/** The rows that a window holds, and how a push changes them: snapshot and replay give the same rows. */
import type { CallOutput, PushData } from '../api/contract.ts';
import type { EventId } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Mark } from '../model/mark.ts';
import type { Pair } from '../model/pair.ts';
import type { Step } from '../model/step.ts';
import type { ReportSummary } from '../report/report.ts';
import type { EventRow } from './rows.ts';

export type SessionRows = {
  /** The number of the last push that is in these rows. */
  seq: number;
  events: ReadonlyMap<EventId, EventRow>;
  pairs: ReadonlyMap<string, Pair>;
  findings: ReadonlyMap<string, Finding>;
  summary: ReportSummary;
  /** The user's marks. */
  marks: readonly Mark[];
  /** Steps of the script that drove the browser, in the order in which they began. */
  steps: readonly Step[];
};

export const emptySummary: ReportSummary = {
  browserEvents: 0,
  serverEvents: 0,
  orders: 0,
  pairs: { deduplicated: 0, fallback: 0, doubleCounted: 0, browserOnly: 0, serverOnly: 0 },
  countedByMeta: 0,
  distinctActions: 0,
  findings: { error: 0, warning: 0, info: 0 },
  byEventName: [],
};

export const emptyRows: SessionRows = {
  seq: 0,
  events: new Map(),
  pairs: new Map(),
  findings: new Map(),
  summary: emptySummary,
  marks: [],
  steps: [],
};

export function rowsOfSnapshot(snapshot: CallOutput<'session.snapshot'>): SessionRows {
  return {
    seq: snapshot.seq,
    events: new Map(snapshot.events.map((event) => [event.id, event])),
    pairs: new Map(snapshot.pairs.map((pair) => [pair.key, pair])),
    findings: new Map(snapshot.findings.map((finding) => [finding.key, finding])),
    summary: snapshot.summary,
    marks: snapshot.marks,
    steps: snapshot.steps,
  };
}

/** What to do with a push: take it, pass it over (already in the rows), or ask for everything again. */
export function judgePush(rows: SessionRows, seq: number): 'apply' | 'stale' | 'gap' {
  if (seq <= rows.seq) return 'stale';
  return seq === rows.seq + 1 ? 'apply' : 'gap';
}

/** The rows after a push. The rows before it stay as they are. */
export function applyChanges(rows: SessionRows, changes: PushData<'session.changed'>): SessionRows {
  const base = changes.reset ? emptyRows : rows;
  return {
    seq: changes.seq,
    events: changed(base.events, changes.events, { keyOf: (event) => event.id, removed: [] }),
    pairs: changed(base.pairs, changes.pairs, { keyOf: (pair) => pair.key, removed: changes.removedPairs }),
    findings: changed(base.findings, changes.findings, {
      keyOf: (finding) => finding.key,
      removed: changes.removedFindings,
    }),
    summary: changes.summary,
    marks: base.marks,
    steps: base.steps,
  };
}

function changed<K, V>(
  before: ReadonlyMap<K, V>,
  upserts: V[],
  { keyOf, removed }: { keyOf: (value: V) => K; removed: K[] },
): ReadonlyMap<K, V> {
  if (upserts.length === 0 && removed.length === 0) return before;
  const after = new Map(before);
  for (const key of removed) after.delete(key);
  for (const value of upserts) after.set(keyOf(value), value);
  return after;
}
