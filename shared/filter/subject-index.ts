/** The subjects of a session's pairs, kept as rows change: a change costs what it changes, however long the session is. */
import { createByEventId } from '../model/by-event-id.ts';
import type { EventId } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import { mergedInOrder } from '../view/merged-in-order.ts';
import { comparePairs } from '../view/pairs-in-order.ts';
import type { EventRow } from '../view/rows.ts';
import { createFindingTable, type FindingTable } from './finding-table.ts';
import type { FilterSubject } from './subject.ts';

/** `pairs` in the order in which they are wanted. */
export type FilterRows = {
  pairs: readonly Pair[];
  events: Rows<EventRow>;
  findings: Rows<Finding>;
};

type Rows<Row> = { values(): Iterable<Row> };

/** What came, changed or went since; the same names as in a push. */
export type FilterNews = {
  events: readonly EventRow[];
  pairs: readonly Pair[];
  removedPairs: readonly string[];
  findings: readonly Finding[];
  removedFindings: readonly string[];
};

/** Subjects that are no more, and those that came or took their place. */
type SubjectChange = { left: FilterSubject[]; added: FilterSubject[] };

export type SubjectIndex = {
  /** In the order of their pairs. */
  subjects(): readonly FilterSubject[];
  /** Pairs are by time from the first change on. */
  take(news: FilterNews): SubjectChange;
};

/** What is known of an event: its row, and the key of the pair that it belongs to. */
type Place = { row: EventRow | null; pair: string | null };
type Places = { at(id: EventId): Place };

export function createSubjectIndex(rows: FilterRows): SubjectIndex {
  const places = createPlaces();
  const findings = createFindingTable();
  const byPair = new Map<string, FilterSubject>();
  for (const row of rows.events.values()) places.at(row.id).row = row;
  for (const finding of rows.findings.values()) findings.put(finding);
  let subjects: readonly FilterSubject[] = rows.pairs.map((pair) => {
    tie(places, pair, pair.key);
    const subject = subjectOf(pair, { places, findings });
    byPair.set(pair.key, subject);
    return subject;
  });

  /** `pair` null: it goes; undefined: it stays, and something about it has changed. */
  const replace = (key: string, changed: Pair | null | undefined, { left, added }: SubjectChange) => {
    const old = byPair.get(key);
    const pair = changed === undefined ? old?.pair : changed;
    if (old !== undefined) left.push(old);
    byPair.delete(key);
    if (pair == null) return;
    const subject = subjectOf(pair, { places, findings }, old);
    byPair.set(key, subject);
    added.push(subject);
  };
  const take = (news: FilterNews): SubjectChange => {
    const pairs = new Map<string, Pair | null>(news.removedPairs.map((key) => [key, null]));
    for (const pair of news.pairs) pairs.set(pair.key, pair);
    const about = takeFindings(findings, news);
    for (const row of news.events) places.at(row.id).row = row;
    const changing = [...pairs.keys()].flatMap((key) => byPair.get(key) ?? []);
    for (const { pair } of changing) untie(places, pair);
    for (const [key, pair] of pairs) if (pair !== null) tie(places, pair, key);
    const change: SubjectChange = { left: [], added: [] };
    for (const key of new Set([...pairs.keys(), ...pairsAbout(places, news.events, about)])) {
      replace(key, pairs.get(key), change);
    }
    subjects = mergedInOrder(subjects, change, compareSubjects);
    return change;
  };

  return { subjects: () => subjects, take };
}

/** As for sort. */
function compareSubjects(a: FilterSubject, b: FilterSubject): number {
  return comparePairs(a.pair, b.pair);
}

function createPlaces(): Places {
  const places = createByEventId<Place>();
  return {
    at(id) {
      const known = places.get(id);
      if (known !== null) return known;
      const place: Place = { row: null, pair: null };
      places.set(id, place);
      return place;
    },
  };
}

function tie(places: Places, { browser, server }: Pair, key: string): void {
  for (const id of browser) places.at(id).pair = key;
  for (const id of server) places.at(id).pair = key;
}

function untie(places: Places, { key, browser, server }: Pair): void {
  for (const id of [...browser, ...server]) if (places.at(id).pair === key) places.at(id).pair = null;
}

/** The findings that went or came: each may change what its pairs are asked about. */
function takeFindings(findings: FindingTable, { findings: news, removedFindings }: FilterNews): Finding[] {
  const gone = [...removedFindings, ...news.map(({ key }) => key)].flatMap((key) => findings.drop(key) ?? []);
  const last = [...new Map(news.map((finding) => [finding.key, finding])).values()];
  for (const finding of last) findings.put(finding);
  return [...gone, ...last];
}

/** Keys of the pairs in which changed events stand, or that changed findings are about. */
function* pairsAbout(places: Places, events: readonly EventRow[], findings: readonly Finding[]): Generator<string> {
  for (const { id } of events) yield* keyAt(places, id);
  for (const { pair, events: about } of findings) {
    if (pair !== null) yield pair;
    else for (const id of about) yield* keyAt(places, id);
  }
}

function keyAt(places: Places, id: EventId): string[] {
  const { pair } = places.at(id);
  return pair === null ? [] : [pair];
}

/** A text that was made once is not made again while the pair and its copies stay as they are. */
function subjectOf(
  pair: Pair,
  { places, findings }: { places: Places; findings: FindingTable },
  old?: FilterSubject,
): FilterSubject {
  const copies: EventRow[] = [];
  for (const id of pair.browser) pushKnown(copies, places.at(id).row);
  for (const id of pair.server) pushKnown(copies, places.at(id).row);
  const text = old !== undefined && old.pair === pair && isSame(old.copies, copies) ? old.text : null;
  return { pair, copies, findings: findings.of(pair), text };
}

function pushKnown(copies: EventRow[], row: EventRow | null): void {
  if (row !== null) copies.push(row);
}

function isSame(a: readonly EventRow[], b: readonly EventRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
