/** Lanes that follow a filter count what lanes made afresh count. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pair } from '../../shared/model/pair.ts';
import { laneGrades } from '../../shared/view/lanes/lane-entry.ts';
import { countIn } from '../../shared/view/lanes/lane-layout.ts';
import { applyRows, emptyRows, type SessionRows } from '../../shared/view/session-rows.ts';
import { laneBookOf } from '../support/lane-book.ts';
import { eventRowOf, pairOf } from '../support/view-rows.ts';

const verdicts = ['deduplicated', 'double-counted', 'browser-only'] as const;
const pair = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), at: fc.nat(20), verdict: fc.constantFrom(...verdicts) })
  .map(({ n, at, verdict }) => pairOf({ key: `pair-b${n}`, at, verdict, browser: [`b${n}`], server: [] }));

/** `isAsked`: whether the lanes are drawn after it. */
const step = fc.record({
  pairs: fc.uniqueArray(pair, { maxLength: 3, selector: ({ key }) => key }),
  removed: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
  filter: fc.constantFrom('same', 'none', ...verdicts),
  isAsked: fc.boolean(),
});

function counts(book: ReturnType<typeof laneBookOf>): number[] {
  const layout = book.layout();
  return [...laneGrades, 'all' as const].flatMap((grade) =>
    Array.from({ length: layout.axis.size }, (_, column) =>
      countIn(layout, { lane: 'browser', grade }, [column, column + 1]),
    ),
  );
}

const visibleIn = ({ inOrder }: SessionRows, filter: string): readonly Pair[] | null =>
  filter === 'none' ? null : inOrder.filter(({ verdict }) => verdict === filter);

test('whatever comes, goes or is filtered, each column counts what is in sight of its grades', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let rows = emptyRows;
      let filter = 'none';
      const book = laneBookOf([]);
      for (const { pairs, removed, filter: next, isAsked } of steps) {
        const keys = new Set(pairs.map(({ key }) => key));
        const removedPairs = removed.map((n) => `pair-b${n}`).filter((key) => !keys.has(key));
        const events = pairs.map(({ key, at }) => eventRowOf({ id: key.replace('pair-', '') as `b${number}`, at }));
        const news = { events, pairs, removedPairs, findings: [], removedFindings: [] };
        rows = applyRows(rows, news);
        book.take(news);
        if (next !== 'same') filter = next;
        const visible = visibleIn(rows, filter);
        book.keepInSight(visible);
        if (!isAsked) continue;
        const fresh = laneBookOf(rows.events.values(), rows.pairs.values());
        fresh.keepInSight(visible);
        expect(counts(book)).toEqual(counts(fresh));
      }
    }),
  );
});
