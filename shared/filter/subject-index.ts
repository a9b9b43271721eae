/** The subjects of a session's pairs, kept as rows change: texts that were made once are not made again. */
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { EventRow } from '../view/rows.ts';
import { createEventTable, type EventTable } from './event-table.ts';
import type { FilterSubject } from './subject.ts';

/** `pairs` in the order in which they are wanted. A changed row is a new object; so are a changed list and map. */
export type FilterRows = {
  pairs: readonly Pair[];
  events: Rows<EventRow>;
  findings: Rows<Finding>;
};

type Rows<Row> = { values(): Iterable<Row> };

/** So many removed pairs in a row are passed over; after more, texts are made anew. */
const lookAhead = 16;
const noFindings: readonly Finding[] = [];

/** Gives the subjects of the pairs, in their order. */
export function createSubjectIndex(): (rows: FilterRows) => readonly FilterSubject[] {
  let last: FilterRows | null = null;
  let table = createEventTable(new Map());
  let findings = createFindingTable(new Map());
  let subjects: FilterSubject[] = [];

  return (rows) => {
    if (last?.pairs === rows.pairs && last.events === rows.events && last.findings === rows.findings) return subjects;
    if (last?.events !== rows.events) table = createEventTable(rows.events);
    if (last?.findings !== rows.findings) findings = createFindingTable(rows.findings);
    subjects = subjectsOf(rows.pairs, { table, findings, before: subjects });
    last = rows;
    return subjects;
  };
}

type Sources = { table: EventTable; findings: FindingTable; before: readonly FilterSubject[] };

/** Walks along the subjects of before: pairs keep their order from one change to the next. */
function subjectsOf(pairs: readonly Pair[], { table, findings, before }: Sources): FilterSubject[] {
  let at = 0;
  return pairs.map((pair) => {
    const found = findNear(before, pair, at);
    const old = found === -1 ? undefined : before[found];
    if (found !== -1) at = found + 1;
    else if (before[at]?.pair.key === pair.key) at += 1;
    const copies = table.copiesOf(pair);
    const text = old !== undefined && isSame(old.copies, copies) ? old.text : null;
    return { pair, copies, findings: findings.of(pair), text };
  });
}

function findNear(before: readonly FilterSubject[], pair: Pair, from: number): number {
  const end = Math.min(before.length, from + lookAhead);
  for (let at = from; at < end; at += 1) if (before[at]?.pair === pair) return at;
  return -1;
}

function isSame(a: readonly EventRow[], b: readonly EventRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}

type FindingTable = { of(pair: Pair): readonly Finding[] };

/** Findings stand under the key of their pair; those about a stream or a request under each of their events. */
function createFindingTable(all: Rows<Finding>): FindingTable {
  const byPair = new Map<string, Finding[]>();
  const byEvent = new Map<string, Finding[]>();
  for (const finding of all.values()) {
    if (finding.pair !== null) put(byPair, finding.pair, finding);
    else for (const id of finding.events) put(byEvent, id, finding);
  }
  return {
    of: (pair) => {
      const own = byPair.get(pair.key) ?? noFindings;
      if (byEvent.size === 0) return own;
      const others = [...pair.browser, ...pair.server].flatMap((id) => byEvent.get(id) ?? noFindings);
      return others.length === 0 ? own : [...own, ...others];
    },
  };
}

function put(table: Map<string, Finding[]>, place: string, finding: Finding): void {
  const there = table.get(place);
  if (there === undefined) table.set(place, [finding]);
  else there.push(finding);
}
