/** What a filter is asked about: a pair with its copies and findings, and the text in which words are looked for. */
import type { EventId } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { EventRow } from '../view/rows.ts';

export type FilterSubject = {
  pair: Pair;
  copies: readonly EventRow[];
  findings: readonly Finding[];
  /** Lower case; made when the first word asks for it. */
  text: string | null;
};

export type FilterRows = {
  pairs: readonly Pair[];
  events: ReadonlyMap<EventId, EventRow>;
  findings: ReadonlyMap<string, Finding>;
};

const nothing: readonly Finding[] = [];
/** Of one value: a site may send a megabyte for a page address. */
const mostCharacters = 4000;

/** One subject a pair, in the order of the pairs. Subjects of `before` whose parts are the same are taken over. */
export function subjectsOf(rows: FilterRows, before: readonly FilterSubject[] = []): FilterSubject[] {
  const known = new Map(before.map((subject) => [subject.pair, subject]));
  const byPlace = findingsByPlace(rows.findings);
  return rows.pairs.map((pair) => {
    const subject: FilterSubject = {
      pair,
      copies: copiesOf(pair, rows.events),
      findings: findingsOf(pair, byPlace),
      text: null,
    };
    const old = known.get(pair);
    if (old !== undefined && isSame(old.copies, subject.copies)) subject.text = old.text;
    return subject;
  });
}

/** Event names, order, dataset, and of each copy its number, event_id and page. */
export function textOf(subject: FilterSubject): string {
  if (subject.text !== null) return subject.text;
  const { pair, copies } = subject;
  let text = `${pair.eventName}\n${pair.order ?? ''}\n${pair.datasetId ?? ''}`;
  for (const { id, eventName, eventId, url } of copies) {
    const name = eventName === pair.eventName ? '' : eventName;
    text += `\n${id}\n${name}\n${cut(eventId ?? '')}\n${cut(url ?? '')}`;
  }
  subject.text = text.toLowerCase();
  return subject.text;
}

function cut(text: string): string {
  return text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
}

function copiesOf({ browser, server }: Pair, events: ReadonlyMap<EventId, EventRow>): EventRow[] {
  const copies: EventRow[] = [];
  for (const id of browser) pushKnown(copies, events.get(id));
  for (const id of server) pushKnown(copies, events.get(id));
  return copies;
}

function pushKnown(copies: EventRow[], row: EventRow | undefined): void {
  if (row !== undefined) copies.push(row);
}

/** Findings under the key of their pair; those about a stream or a request under each of their events. */
function findingsByPlace(findings: ReadonlyMap<string, Finding>): Map<string, Finding[]> {
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings.values()) {
    for (const place of finding.pair === null ? finding.events : [finding.pair]) {
      const there = byPlace.get(place);
      if (there === undefined) byPlace.set(place, [finding]);
      else there.push(finding);
    }
  }
  return byPlace;
}

function findingsOf({ key, browser, server }: Pair, byPlace: ReadonlyMap<string, Finding[]>): readonly Finding[] {
  const own = byPlace.get(key) ?? nothing;
  let all: Finding[] | null = null;
  for (const id of [...browser, ...server]) {
    const more = byPlace.get(id);
    if (more !== undefined) all = [...(all ?? own), ...more];
  }
  return all ?? own;
}

function isSame(a: readonly EventRow[], b: readonly EventRow[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index]);
}
