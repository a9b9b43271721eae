/** The rows that a window holds, and how a push changes them: snapshot and replay give the same rows. */
import type { CallOutput, PushData } from '../api/contract.ts';
import type { EventId } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Mark } from '../model/mark.ts';
import type { PageLoad } from '../model/page-load.ts';
import type { Pair } from '../model/pair.ts';
import type { Step } from '../model/step.ts';
import type { ReportSummary } from '../report/report.ts';
import { findingsByPair } from './group-findings.ts';
import { LayeredMap } from './layered-map.ts';
import { mergedInOrder } from './merged-in-order.ts';
import { comparePairs } from './pairs-in-order.ts';
import type { EventRow } from './rows.ts';

/** What came, changed or went, by push or by page. */
export type RowChanges = Pick<
  PushData<'session.changed'>,
  'events' | 'pairs' | 'removedPairs' | 'findings' | 'removedFindings'
>;

export type SessionRows = {
  /** The number of the last push that is in these rows. */
  seq: number;
  /** Grows by one with each change of the rows below. */
  version: number;
  events: LayeredMap<EventId, EventRow>;
  pairs: LayeredMap<string, Pair>;
  findings: LayeredMap<string, Finding>;
  /** All pairs, by time. */
  inOrder: readonly Pair[];
  /** The findings of each pair that has some, by its key. */
  findingsOf: LayeredMap<string, Finding[]>;
  summary: ReportSummary;
  /** The change that made these rows out of those of the version before; null where they are all new. */
  last: RowChanges | null;
  /** The user's marks. */
  marks: readonly Mark[];
  /** Steps of the script that drove the browser, in the order in which they began. */
  steps: readonly Step[];
  /** Pages that the browser went to, in the order in which it did. */
  pageLoads: readonly PageLoad[];
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
  version: 0,
  events: LayeredMap.of<EventId, EventRow>(),
  pairs: LayeredMap.of<string, Pair>(),
  findings: LayeredMap.of<string, Finding>(),
  inOrder: [],
  findingsOf: LayeredMap.of<string, Finding[]>(),
  summary: emptySummary,
  last: null,
  marks: [],
  steps: [],
  pageLoads: [],
};

export function rowsOfSnapshot(snapshot: CallOutput<'session.snapshot'>): SessionRows {
  const { seq, events, pairs, findings, summary, marks, steps, pageLoads } = snapshot;
  const nothing = { removedPairs: [], removedFindings: [] };
  const rows = applyRows({ ...emptyRows, seq }, { events, pairs, findings, ...nothing });
  return { ...rows, summary, last: null, marks, steps, pageLoads };
}

/** What to do with a push: take it, pass it over (already in the rows), or ask for everything again. */
export function judgePush(rows: SessionRows, seq: number): 'apply' | 'stale' | 'gap' {
  if (seq <= rows.seq) return 'stale';
  return seq === rows.seq + 1 ? 'apply' : 'gap';
}

/** The rows after a push, at the cost of what it changes. The rows before it stay as they are. */
export function applyChanges(rows: SessionRows, changes: PushData<'session.changed'>): SessionRows {
  const { seq, summary, reset } = changes;
  const { marks, steps, pageLoads, version } = rows;
  const base = reset ? { ...emptyRows, version, marks, steps, pageLoads } : rows;
  const after = applyRows(base, changes);
  return { ...after, seq, summary, last: reset ? null : changes };
}

/** The same for rows that are no push: a page of a long snapshot. */
export function applyRows(rows: SessionRows, changes: RowChanges): SessionRows {
  const { events, pairs, removedPairs, findings, removedFindings } = changes;
  return {
    ...rows,
    version: rows.version + 1,
    events: rows.events.with(events.map((event) => [event.id, event])),
    pairs: rows.pairs.with(
      pairs.map((pair) => [pair.key, pair]),
      removedPairs,
    ),
    findings: rows.findings.with(
      findings.map((finding) => [finding.key, finding]),
      removedFindings,
    ),
    inOrder: orderAfter(rows, changes),
    findingsOf: findingsOfAfter(rows, changes),
    last: changes,
  };
}

function orderAfter(before: SessionRows, { pairs, removedPairs }: RowChanges): readonly Pair[] {
  const last = new Map(pairs.map((pair) => [pair.key, pair]));
  const left = new Set([...removedPairs, ...last.keys()]);
  const old = [...left].flatMap((key) => before.pairs.get(key) ?? []);
  return mergedInOrder(before.inOrder, { left: old, added: last.values() }, comparePairs);
}

function findingsOfAfter(
  { findings: before, findingsOf }: SessionRows,
  { findings, removedFindings }: RowChanges,
): SessionRows['findingsOf'] {
  const last = new Map(findings.map((finding) => [finding.key, finding]));
  const left = new Set([...removedFindings, ...last.keys()]);
  const old = [...left].flatMap((key) => before.get(key) ?? []);
  const touched = new Set([...old, ...last.values()].flatMap(({ pair }) => pair ?? []));
  const added = findingsByPair(last.values());
  const after = [...touched].map((pair): [string, Finding[]] => {
    const staying = (findingsOf.get(pair) ?? []).filter(({ key }) => !left.has(key));
    return [pair, [...staying, ...(added.get(pair) ?? [])]];
  });
  const isEmpty = ([, list]: [string, Finding[]]) => list.length === 0;
  return findingsOf.with(
    after.filter((entry) => !isEmpty(entry)),
    after.filter(isEmpty).map(([pair]) => pair),
  );
}
