/** A long snapshot taken page by page, with pushes in between, gives the rows that the core has. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSnapshotPages } from '../../electron/core/snapshot-pages.ts';
import type { BrowserEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { findingsByPair } from '../../shared/view/group-findings.ts';
import { createLaneBook } from '../../shared/view/lanes/lane-book.ts';
import { createPageFilling } from '../../shared/view/page-filling.ts';
import { pairsInOrder } from '../../shared/view/pairs-in-order.ts';
import { eventRow } from '../../shared/view/rows.ts';
import {
  applyChanges,
  emptyRows,
  emptySummary,
  type RowChanges,
  rowsOfSnapshot,
  type SessionRows,
} from '../../shared/view/session-rows.ts';
import { browserEvent } from '../support/events.ts';
import { findingOf, pairOf } from '../support/view-rows.ts';

const number = fc.integer({ min: 1, max: 12 });
const findingArbitrary = fc.record({ code: fc.constantFrom('a', 'b'), pair: fc.option(number.map((n) => `p${n}`)) });

/** Events, the pairs over them and findings; what comes is put in the place of what has the same key. */
const change = fc.record({
  events: fc.array(fc.tuple(number, fc.nat(99)).map(([n, at]) => browserEvent({ id: `b${n}`, at }))),
  pairs: fc.array(
    fc.tuple(number, fc.nat(99), number).map(([n, at, event]) => pairOf({ key: `p${n}`, at, browser: [`b${event}`] })),
  ),
  removedPairs: fc.array(number.map((n) => `p${n}`)),
  findings: fc.array(findingArbitrary.map(findingOf)),
  removedFindings: fc.array(findingArbitrary.map((wish) => findingOf(wish).key)),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

/** What a core does with a change, written the plain way. */
function createCore() {
  const events = new Map<string, BrowserEvent>();
  const pairs = new Map<string, Pair>();
  const findings = new Map<string, Finding>();
  return {
    take(next: Change) {
      for (const key of next.removedPairs) pairs.delete(key);
      for (const key of next.removedFindings) findings.delete(key);
      for (const event of next.events) events.set(event.id, event);
      for (const pair of next.pairs) pairs.set(pair.key, pair);
      for (const finding of next.findings) findings.set(finding.key, finding);
    },
    rows: {
      pairs: () => [...pairs.values()],
      events: () => [...events.values()],
      findings: () => [...findings.values()],
      event: (id: string) => events.get(id) ?? null,
      findingsOf: (key: string) => findingsByPair(findings.values()).get(key) ?? [],
    },
  };
}

/** Of two words on one key in a push the last counts: the queue of the core has each key once. */
function pushOf(next: Change): RowChanges {
  const last = <T>(all: readonly T[], keyOf: (each: T) => string) => [
    ...new Map(all.map((each) => [keyOf(each), each])).values(),
  ];
  const pairs = last(next.pairs, ({ key }) => key);
  const findings = last(next.findings, ({ key }) => key);
  return {
    events: last(next.events, ({ id }) => id).map(eventRow),
    pairs,
    removedPairs: next.removedPairs.filter((gone) => !pairs.some(({ key }) => key === gone)),
    findings,
    removedFindings: next.removedFindings.filter((gone) => !findings.some(({ key }) => key === gone)),
  };
}

const sortedKeys = (lists: Iterable<readonly [string, readonly Finding[]]>) =>
  new Map([...lists].map(([pair, list]) => [pair, list.map(({ key }) => key).sort()]));

function expectRows(now: SessionRows, { rows }: ReturnType<typeof createCore>): void {
  expect(new Map(now.events)).toEqual(new Map(rows.events().map((event) => [event.id, eventRow(event)])));
  expect(new Map(now.pairs)).toEqual(new Map(rows.pairs().map((pair) => [pair.key, pair])));
  expect(new Map(now.findings)).toEqual(new Map(rows.findings().map((finding) => [finding.key, finding])));
  expect(now.inOrder).toEqual(pairsInOrder(rows.pairs()));
  expect(sortedKeys(now.findingsOf)).toEqual(sortedKeys(findingsByPair(rows.findings())));
}

const session = fc.tuple(change, fc.array(fc.array(change, { maxLength: 2 }), { maxLength: 12 }), fc.boolean());

test('rows filled in page by page are those of the core, whatever is pushed in between', () => {
  fc.assert(
    fc.property(session, ([first, between, isNewestFirst]) => {
      const core = createCore();
      core.take(first);
      const pages = createSnapshotPages({ first: 1, others: 2 });
      const start = pages.begin(core.rows, isNewestFirst ? 'newest' : 'oldest');
      const told = { seq: 0, summary: emptySummary, marks: [], steps: [], pageLoads: [] };
      let rows = rowsOfSnapshot({ ...told, ...start } as unknown as Parameters<typeof rowsOfSnapshot>[0]);
      const filling = createPageFilling();
      const push = (next: Change) => {
        core.take(next);
        const changes = { ...pushOf(next), seq: rows.seq + 1, reset: false, summary: emptySummary };
        rows = applyChanges(rows, changes);
        filling.hear(changes);
      };
      let { next } = start;
      for (const changes of between) {
        for (const each of changes) push(each);
        if (next === null) continue;
        const page = pages.page(next);
        rows = filling.put(rows, page);
        ({ next } = page);
      }
      while (next !== null) {
        const page = pages.page(next);
        rows = filling.put(rows, page);
        ({ next } = page);
      }
      expectRows(rows, core);
    }),
  );
});

test('a pair that was pushed before its events were filled in is linked in the lanes all the same', () => {
  const filling = createPageFilling();
  const pair = pairOf({ key: 'pair-b1', browser: ['b1'], server: [] });
  const nothing = { events: [], pairs: [], removedPairs: [], findings: [], removedFindings: [] };
  const pushed = { ...nothing, pairs: [pair], seq: 1, reset: false, summary: emptySummary };
  const before = applyChanges(emptyRows, pushed);
  filling.hear(pushed);
  const events = [eventRow(browserEvent({ id: 'b1' }))];
  const after = filling.put(before, { events, pairs: [], findings: [] });
  const book = createLaneBook();
  for (const { last } of [before, after]) if (last !== null) book.take(last);
  expect(book.pair('pair-b1')?.entries.map(({ id }) => id)).toEqual(['b1']);
});

test('a page is given once, and none of a session that is closed', () => {
  const core = createCore();
  core.take({
    events: [],
    pairs: ['p1', 'p2', 'p3'].map((key) => pairOf({ key })),
    removedPairs: [],
    findings: [],
    removedFindings: [],
  });
  const pages = createSnapshotPages({ first: 1, others: 1 });
  const { next } = pages.begin(core.rows, 'oldest');
  const page = pages.page(next ?? '');
  expect(page.pairs.map(({ key }) => key)).toEqual(['p2']);
  expect(() => pages.page(next ?? '')).toThrow('These rows are no more');
  pages.forget();
  expect(() => pages.page(page.next ?? '')).toThrow('These rows are no more');
});
