/** A long snapshot in pages: a window has its first rows at once, and the core never stops for all of them. */
import { randomUUID } from 'node:crypto';
import type { CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { pairsInOrder } from '../../shared/view/pairs-in-order.ts';
import { eventRow } from '../../shared/view/rows.ts';

/** The rows as they are now; the same functions as those of the pipeline. */
export type PagedRows = {
  pairs(): readonly Pair[];
  events(): readonly TrackedEvent[];
  findings(): readonly Finding[];
  event(id: string): TrackedEvent | null;
  findingsOf(pairKey: string): readonly Finding[];
};

type RowsPage = CallOutput<'session.page'>;

export type SnapshotPages = {
  /** The first page of a new snapshot: the oldest pairs, or the newest. */
  begin(rows: PagedRows, from: 'oldest' | 'newest'): RowsPage;
  /** @throws Refusal `not-found` where that page was given already or its snapshot is no more. */
  page(name: string): RowsPage;
  /** The session goes: so do the snapshots of it. */
  forget(): void;
};

/** In pairs. The first page fills any screen; each other one keeps the core for a few milliseconds. */
type PageSizes = { first: number; others: number };
const usualSizes: PageSizes = { first: 300, others: 1500 };
/** Windows that are being filled at one time; the oldest has to ask again. */
const mostAtOnce = 8;

type Snapshot = {
  rows: PagedRows;
  pairs: readonly Pair[];
  given: number;
  eventsGiven: Set<string>;
  findingsGiven: Set<string>;
};

export function createSnapshotPages(sizes: PageSizes = usualSizes): SnapshotPages {
  const open = new Map<string, Snapshot>();

  const nextOf = (snapshot: Snapshot, size: number): RowsPage => {
    const page = pageOf(snapshot, size);
    if (snapshot.given >= snapshot.pairs.length) return { ...withRest(page, snapshot), next: null };
    const next = randomUUID();
    open.set(next, snapshot);
    for (const [oldest] of open) if (open.size > mostAtOnce) open.delete(oldest);
    return { ...page, next };
  };

  return {
    begin(rows, from) {
      const inOrder = pairsInOrder(rows.pairs());
      const pairs = from === 'newest' ? inOrder.reverse() : inOrder;
      return nextOf({ rows, pairs, given: 0, eventsGiven: new Set(), findingsGiven: new Set() }, sizes.first);
    },
    page(name) {
      const snapshot = open.get(name);
      if (snapshot === undefined)
        throw new Refusal('not-found', 'These rows are no more; the window asks for all again.');
      open.delete(name);
      return nextOf(snapshot, sizes.others);
    },
    forget: () => open.clear(),
  };
}

type Rows = Pick<RowsPage, 'events' | 'pairs' | 'findings'>;

function pageOf(snapshot: Snapshot, size: number): Rows {
  const { rows, given } = snapshot;
  const pairs = snapshot.pairs.slice(given, given + size);
  snapshot.given += pairs.length;
  const events = pairs.flatMap(({ browser, server }) => [...browser, ...server].flatMap((id) => rows.event(id) ?? []));
  const findings = pairs.flatMap(({ key }) => rows.findingsOf(key));
  for (const { id } of events) snapshot.eventsGiven.add(id);
  for (const { key } of findings) snapshot.findingsGiven.add(key);
  return { events: events.map(eventRow), pairs, findings };
}

/** What belongs to none of the pairs comes with the last page. */
function withRest({ events, pairs, findings }: Rows, { rows, eventsGiven, findingsGiven }: Snapshot): Rows {
  const otherEvents = rows.events().filter(({ id }) => !eventsGiven.has(id));
  const otherFindings = rows.findings().filter(({ key }) => !findingsGiven.has(key));
  return { events: [...events, ...otherEvents.map(eventRow)], pairs, findings: [...findings, ...otherFindings] };
}
