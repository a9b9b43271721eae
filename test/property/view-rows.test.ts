/** Replaying every push gives the rows of a snapshot; the time axis keeps order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PushData } from '../../shared/api/contract.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { findingsByPair } from '../../shared/view/group-findings.ts';
import { pairsInOrder } from '../../shared/view/pairs-in-order.ts';
import { applyChanges, emptyRows, emptySummary, judgePush, rowsOfSnapshot } from '../../shared/view/session-rows.ts';
import { eventRowOf, findingOf, pairOf } from '../support/view-rows.ts';

type Changes = PushData<'session.changed'>;

const key = fc.integer({ min: 1, max: 6 });
const pairKey = fc.option(key.map((n) => `p${n}`));
const changesArbitrary: fc.Arbitrary<Omit<Changes, 'seq' | 'summary'>> = fc.record({
  reset: fc.boolean(),
  events: fc.array(fc.tuple(key, fc.nat(99)).map(([n, at]) => eventRowOf({ id: `b${n}`, at }))),
  pairs: fc.array(fc.tuple(key, fc.nat(99)).map(([n, at]) => pairOf({ key: `p${n}`, at }))),
  removedPairs: fc.array(key.map((n) => `p${n}`)),
  findings: fc.array(
    fc.tuple(key, pairKey, fc.lorem()).map(([n, pair, title]) => findingOf({ code: `c${n}`, pair, title })),
  ),
  removedFindings: fc.array(fc.tuple(key, pairKey).map(([n, pair]) => `c${n}/${pair ?? ''}`)),
});

/** The core's own bookkeeping, written the plain way: what a snapshot holds after these pushes. */
function snapshotAfter(pushes: Changes[]) {
  const state = { events: {}, pairs: {}, findings: {} } as Record<
    'events' | 'pairs' | 'findings',
    Record<string, unknown>
  >;
  for (const push of pushes) {
    if (push.reset) Object.assign(state, { events: {}, pairs: {}, findings: {} });
    for (const gone of push.removedPairs) delete state.pairs[gone];
    for (const gone of push.removedFindings) delete state.findings[gone];
    for (const event of push.events) state.events[event.id] = event;
    for (const pair of push.pairs) state.pairs[pair.key] = pair;
    for (const finding of push.findings) state.findings[finding.key] = finding;
  }
  return state;
}

const plain = (rows: typeof emptyRows) => ({
  events: Object.fromEntries(rows.events),
  pairs: Object.fromEntries(rows.pairs),
  findings: Object.fromEntries(rows.findings),
});

/** What is kept beside the rows, made afresh from them. */
const afresh = (rows: typeof emptyRows) => ({
  inOrder: pairsInOrder(rows.pairs.values()),
  findingsOf: byKey(findingsByPair(rows.findings.values())),
});
const byKey = (lists: Iterable<readonly [string, readonly Finding[]]>) =>
  new Map([...lists].map(([pair, list]) => [pair, list.map(({ key }) => key).sort()]));

test('rows replayed push by push equal those of a snapshot, from whichever push it was taken', () => {
  fc.assert(
    fc.property(fc.array(changesArbitrary, { maxLength: 12 }), fc.nat(12), (steps, at) => {
      const pushes = steps.map((step, index): Changes => ({ ...step, seq: index + 1, summary: emptySummary }));
      const cut = Math.min(at, pushes.length);
      const early = snapshotAfter(pushes.slice(0, cut));
      const start = rowsOfSnapshot({
        seq: cut,
        events: Object.values(early.events),
        pairs: Object.values(early.pairs),
        findings: Object.values(early.findings),
        summary: emptySummary,
      } as Parameters<typeof rowsOfSnapshot>[0]);
      const rows = pushes.reduce(
        (now, push) => (judgePush(now, push.seq) === 'apply' ? applyChanges(now, push) : now),
        start,
      );
      expect(plain(rows)).toEqual(snapshotAfter(pushes));
      expect({ inOrder: rows.inOrder, findingsOf: byKey(rows.findingsOf) }).toEqual(afresh(rows));
      expect(rows.seq).toBe(pushes.length);
    }),
  );
});

test('a push that was seen is stale, the next is taken, and any later one is a gap', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (seen, seq) => {
      const expected = seq <= seen ? 'stale' : seq === seen + 1 ? 'apply' : 'gap';
      expect(judgePush({ ...emptyRows, seq: seen }, seq)).toBe(expected);
    }),
  );
});

test('rows that were shown are not changed by a later push', () => {
  fc.assert(
    fc.property(changesArbitrary, changesArbitrary, (first, second) => {
      const rows = applyChanges(emptyRows, { ...first, seq: 1, summary: emptySummary });
      const before = structuredClone(plain(rows));
      applyChanges(rows, { ...second, seq: 2, summary: emptySummary });
      expect(plain(rows)).toEqual(before);
    }),
  );
});
