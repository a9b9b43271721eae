/** Builds the report from what the engine concluded. The same inputs give the same report, byte for byte. */
import type { OrderAccount } from '../diagnose/orders/order-book.ts';
import { scoresOf } from '../measure/scores.ts';
import { summarize } from '../measure/summary.ts';
import { engineVersion } from '../model/engine.ts';
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';
import type { Input } from '../model/fact.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import { compareIds } from '../pair/unit.ts';
import { pairsInOrder } from '../view/pairs-in-order.ts';
import { type Mask, noMask, visitorMask } from './mask.ts';
import type { OrderCounts, Report, ReportEvent, ReportFinding, ReportInput, ReportPair, Scores } from './report.ts';

export type ReportSource = {
  inputs: (Input & { problems: { at: string; reason: string }[]; readings?: string[] })[];
  events: readonly TrackedEvent[];
  pairs: readonly Pair[];
  findings: readonly Finding[];
  /** The shop's orders, each with the pairs that stand for it; left out or empty where none were given. */
  orders?: readonly OrderAccount[];
  /** What the above was narrowed to; left out where it is all that was read. Times in ms since the epoch. */
  narrowing?: { filter: string | null; since: number | null; until: number | null };
};

export function buildReport(source: ReportSource, { reveal }: { reveal: boolean }): Report {
  const mask = reveal ? noMask : visitorMask;
  const labelled = maskLabels(source, mask);
  const events = [...labelled.events].sort((a, b) => a.at - b.at || compareIds(a.id, b.id));
  const pairs = pairsInOrder(labelled.pairs);
  const { orders = [] } = source;
  const numbers = new Map(pairs.map(({ key }, at) => [key, `p${at + 1}`]));
  const findings = sortFindings(source.findings, numbers);
  return {
    schema: 'twinlane-report/1',
    engine: engineVersion,
    ...narrowedTo(source),
    inputs: source.inputs.map((input) => reportInput(input, source.events)),
    summary: summarize({ events, pairs, findings, orders }),
    events: events.map((event) => reportEvent(event, mask)),
    pairs: pairs.map((pair) => reportPair(pair, { numbers, mask })),
    findings: findings.map((finding) => reportFinding(finding, { numbers, mask })),
    scores: numberScores(scoresOf({ events, pairs, orders }), numbers),
  };
}

/** Some sites call an event or an order by the customer's e-mail address. */
function maskLabels({ events, pairs }: ReportSource, mask: Mask): Pick<ReportSource, 'events' | 'pairs'> {
  const label = (value: string | null) => (value?.includes('@') || value?.includes('%') ? mask.label(value) : value);
  const named = <Named extends { eventName: string }>(item: Named): Named => {
    const eventName = label(item.eventName) ?? '';
    return eventName === item.eventName ? item : { ...item, eventName };
  };
  return {
    events: events.map((event) => {
      const eventId = label(event.eventId);
      return named(eventId === event.eventId ? event : { ...event, eventId });
    }),
    pairs: pairs.map((pair) => {
      const order = label(pair.order);
      return named(order === pair.order ? pair : { ...pair, order });
    }),
  };
}

function narrowedTo({ narrowing }: ReportSource): Pick<Report, 'narrowedTo'> {
  if (narrowing === undefined) return {};
  const { filter, since, until } = narrowing;
  const time = (ms: number | null) => (ms === null ? null : isoTime(ms));
  return { narrowedTo: { filter, since: time(since), until: time(until) } };
}

function reportInput(input: ReportSource['inputs'][number], events: readonly TrackedEvent[]): ReportInput {
  const { id, kind, name, records, skipped, problems, readings } = input;
  const counts = { records, events: events.filter(({ source }) => source.input === id).length, skipped };
  return { kind, name, ...counts, problems, ...(readings && { readings }) };
}

function reportEvent(event: TrackedEvent, mask: Mask): ReportEvent {
  const customer = Object.entries(event.userData).map(([key, values]) => [key, values.map(mask.customer)]);
  return {
    id: event.id,
    side: event.side,
    datasetId: event.datasetId,
    eventName: event.eventName,
    eventId: event.eventId,
    at: isoTime(event.at),
    seenAt: event.seenAt === null ? null : isoTime(event.seenAt),
    source: event.source,
    url: mask.url(event.url),
    outcome: event.outcome,
    counts: countsAtMeta(event),
    fbp: mask.cookie(event.fbp),
    fbc: mask.cookie(event.fbc),
    userData: Object.fromEntries(customer),
    customData: mask.json(event.customData),
  };
}

type Naming = { numbers: ReadonlyMap<string, string>; mask: Mask };

function reportPair({ key, at: _at, ...pair }: Pair, { numbers, mask }: Naming): ReportPair {
  const named = (other: string) => numbers.get(other) ?? other;
  return {
    id: named(key),
    ...pair,
    repeatOf: pair.repeatOf === null ? null : named(pair.repeatOf),
    candidates: pair.candidates.map(named),
    evidence: pair.evidence.map(({ kind, browser, server }) => ({
      kind,
      browser: mask.text(browser),
      server: mask.text(server),
    })),
    why: mask.text(pair.why),
  };
}

function reportFinding({ key: _key, ...finding }: Finding, { numbers, mask }: Naming): ReportFinding {
  const { browser, server } = finding.evidence;
  return {
    ...finding,
    detail: mask.text(finding.detail),
    fix: mask.text(finding.fix),
    pair: finding.pair === null ? null : (numbers.get(finding.pair) ?? finding.pair),
    evidence: {
      browser: browser === null ? null : mask.text(browser),
      server: server === null ? null : mask.text(server),
    },
  };
}

/** The measures name pairs by their keys; a report by its numbers, in their order. */
function numberScores(scores: Scores, numbers: ReadonlyMap<string, string>): Scores {
  const numbered = <Row extends { pairs: string[] }>(row: Row): Row => ({
    ...row,
    pairs: row.pairs.map((key) => numbers.get(key) ?? key),
  });
  return {
    ...scores,
    completeness: {
      ...scores.completeness,
      parts: scores.completeness.parts.map(numbered),
      orders: numberOrders(scores.completeness.orders, numbered),
    },
    consistency: { ...scores.consistency, byField: scores.consistency.byField.map(numbered) },
  };
}

function numberOrders(
  { given, ...counts }: OrderCounts,
  numbered: <R extends { pairs: string[] }>(row: R) => R,
): OrderCounts {
  return given === undefined ? counts : { ...counts, given: { ...given, parts: given.parts.map(numbered) } };
}

/** By pair in order of time, then code: what belongs together stands together. */
function sortFindings(findings: readonly Finding[], numbers: ReadonlyMap<string, string>): Finding[] {
  const place = ({ pair }: Finding) => Number((numbers.get(pair ?? '') ?? 'p0').slice(1));
  return [...findings].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

/** ISO 8601 UTC with milliseconds; a time that no calendar knows becomes its nearest end. */
export function isoTime(ms: number): string {
  const limit = 8.64e15;
  return new Date(Math.max(-limit, Math.min(limit, Math.round(ms)))).toISOString();
}
