/** The lanes for any session: order is never changed, no fault is hidden, what is painted is found, zoom keeps its place. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pair, Verdict } from '../../shared/model/pair.ts';
import { columnX, momentAt } from '../../shared/view/lanes/lane-axis.ts';
import { createLaneBook, type LaneBook } from '../../shared/view/lanes/lane-book.ts';
import { endsPx, fitCamera, panCamera, zoomCamera } from '../../shared/view/lanes/lane-camera.ts';
import { groupColumns } from '../../shared/view/lanes/lane-groups.ts';
import { laneHeights, laneY } from '../../shared/view/lanes/lane-heights.ts';
import { hitTest } from '../../shared/view/lanes/lane-hit.ts';
import { sceneOf } from '../../shared/view/lanes/lane-scene.ts';
import type { EventRow } from '../../shared/view/rows.ts';
import { laneBookOf } from '../support/lane-book.ts';
import { eventRowOf, pairOf } from '../support/view-rows.ts';

const widthPx = 900;
const room = { widthPx };
const verdicts: Verdict[] = ['deduplicated', 'fallback', 'double-counted', 'browser-only'];

type Session = { events: EventRow[]; pairs: Pair[] };

/** Actions with gaps of milliseconds to hours; every server event may have left late. */
const session: fc.Arbitrary<Session> = fc
  .array(
    fc.record({
      wait: fc.oneof(fc.nat(50), fc.nat(5000), fc.nat(3_000_000)),
      gap: fc.integer({ min: -2000, max: 90_000 }),
      late: fc.oneof(fc.constant(0), fc.nat(500_000)),
      verdict: fc.constantFrom(...verdicts),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((actions) => {
    let at = 1_000_000;
    const events: EventRow[] = [];
    const pairs = actions.map(({ wait, gap, late, verdict }, index): Pair => {
      at += wait;
      const [b, s] = [`b${index + 1}`, `s${index + 1}`] as const;
      events.push(eventRowOf({ id: b, at }));
      if (verdict !== 'browser-only') events.push(eventRowOf({ id: s, at: at + gap, seenAt: at + gap + late }));
      const server = verdict === 'browser-only' ? [] : [s];
      const rule = verdict === 'browser-only' ? null : verdict === 'double-counted' ? 'P3' : 'P1';
      return pairOf({ key: `p${index}`, at, verdict, rule, browser: [b], server, gapMs: gap });
    });
    return { events, pairs };
  });
const bookOf = ({ events, pairs }: Session) => laneBookOf(events, pairs);
const zooms = fc.array(fc.tuple(fc.double({ min: 0.3, max: 4, noNaN: true }), fc.nat(widthPx)), { maxLength: 12 });
const zoomed = (book: LaneBook, steps: readonly (readonly [number, number])[]) => {
  const { axis } = book.layout();
  return steps.reduce(
    (camera, [factor, atPx]) => zoomCamera(camera, { axis, room, factor, atPx }),
    fitCamera(axis, room),
  );
};

test('a later moment never stands left of an earlier one, folded or not, at any zoom', () => {
  fc.assert(
    fc.property(session, zooms, (given, steps) => {
      const book = bookOf(given);
      const { axis } = book.layout();
      const { scale } = zoomed(book, steps);
      for (const [index, entry] of book.entries.entries()) {
        const before = book.entries[index - 1];
        if (before === undefined) continue;
        expect(entry.at).toBeGreaterThanOrEqual(before.at);
        expect(columnX(axis, entry.column, scale)).toBeGreaterThanOrEqual(columnX(axis, before.column, scale));
        if (entry.at > before.at) expect(entry.column).toBeGreaterThan(before.column);
      }
    }),
  );
});

test('all of a session fits into the view, with room for marks and names at its ends', () => {
  fc.assert(
    fc.property(session, (given) => {
      const book = bookOf(given);
      const { axis } = book.layout();
      const { scale, leftPx } = fitCamera(axis, room);
      expect(columnX(axis, 0, scale) - leftPx).toBeGreaterThanOrEqual(endsPx.left - 1e-6);
      expect(columnX(axis, axis.size - 1, scale) - leftPx).toBeLessThanOrEqual(widthPx - endsPx.right + 1e-6);
    }),
  );
});

test('zooming keeps the moment under the pointer, unless that would show what lies outside of the session', () => {
  fc.assert(
    fc.property(
      session,
      zooms,
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.nat(widthPx),
      (given, steps, factor, atPx) => {
        const book = bookOf(given);
        const { axis } = book.layout();
        const before = zoomed(book, steps);
        const after = zoomCamera(before, { axis, room, factor, atPx });
        const end = columnX(axis, axis.size - 1, after.scale) + endsPx.right - widthPx;
        if (after.leftPx <= -endsPx.left + 1e-6 || after.leftPx >= end - 1e-6) return;
        const moment = momentAt(axis, before.leftPx + atPx, before.scale);
        const span = (axis.at[axis.size - 1] ?? 0) - (axis.at[0] ?? 0);
        expect(Math.abs(momentAt(axis, after.leftPx + atPx, after.scale) - moment)).toBeLessThan(1 + span * 1e-6);
      },
    ),
  );
});

test('every mark that is painted is found where it is painted, or one that hides it and is no better', () => {
  fc.assert(
    fc.property(session, zooms, (given, steps) => {
      const book = bookOf(given);
      const scene = sceneOf(book, zoomed(book, steps), widthPx);
      const heights = laneHeights(190);
      for (const { entry, x } of scene.marks) {
        if (x < 0 || x > widthPx) continue;
        const y = laneY(heights, entry.lane);
        const hit = hitTest(scene, heights, [x, y]);
        expect(hit?.what).toBe('pair');
        expect(hit?.x).toBeCloseTo(x, 6);
        expect(hit?.y).toBe(y);
      }
    }),
  );
});

test('every line that is painted is found at its middle, or another one that runs there', () => {
  fc.assert(
    fc.property(session, (given) => {
      const book = bookOf(given);
      const scene = sceneOf(book, fitCamera(book.layout().axis, room), widthPx);
      const heights = laneHeights(190);
      for (const { fromX, toX } of scene.links) {
        expect(hitTest(scene, heights, [(fromX + toX) / 2, heights.axisY])?.what).toBe('pair');
      }
    }),
  );
});

test('grouping hides no fault: a group is bad exactly where a mark of it is, however wide groups are', () => {
  fc.assert(
    fc.property(session, zooms, fc.integer({ min: 3, max: 200 }), (given, steps, groupPx) => {
      const book = bookOf(given);
      const layout = book.layout();
      const groups = groupColumns(layout, {
        camera: zoomed(book, steps),
        range: [0, layout.axis.size],
        widthPx: groupPx,
      });
      for (const { from, to, worst } of groups) {
        const isIn = ({ column, lane }: LaneBook['entries'][number]) =>
          column >= from && column < to && (lane === 'browser' || lane === 'server');
        const grades = book.entries.filter(isIn).map(({ grade }) => grade);
        expect(worst === 'bad').toBe(grades.includes('bad'));
        if (!grades.includes('bad')) expect(worst === 'part').toBe(grades.includes('part'));
      }
      const counted = groups.reduce((sum, { browser, server }) => sum + browser.total + server.total, 0);
      expect(counted).toBe(given.events.length);
    }),
  );
});

const picture = (book: LaneBook) => {
  const scene = sceneOf(book, fitCamera(book.layout().axis, room), widthPx);
  return {
    marks: scene.marks.map(({ entry, x }) => [entry.id, entry.grade, entry.look, x]),
    links: scene.links.map(({ span, fromX, toX }) => [span.pair.pair.key, fromX, toX]).sort(),
    tails: scene.tails.map(({ span, fromX, toX }) => [span.from.id, fromX, toX]).sort(),
    folds: scene.folds,
    counts: groupColumns(book.layout(), { camera: scene.camera, range: [0, book.layout().axis.size] }),
  };
};

test('rows that come push by push, in any order and some of them twice, give the picture of all at once', () => {
  const shuffled = session.chain((given) =>
    fc.record({
      given: fc.constant(given),
      order: fc.shuffledSubarray(given.pairs, { minLength: given.pairs.length }),
      again: fc.subarray(given.pairs),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ given, order, again }) => {
      const book = createLaneBook();
      for (const pair of [...order, ...again]) {
        const own = given.events.filter(({ id }) => [...pair.browser, ...pair.server].includes(id));
        book.take({ events: own.slice(0, 1), pairs: [{ ...pair, server: [], rule: null }], removedPairs: [] });
        book.layout();
        book.take({ events: own.slice(1), pairs: [pair], removedPairs: [] });
        book.layout();
      }
      expect(picture(book)).toEqual(picture(bookOf(given)));
    }),
  );
});

test('panning never leaves the session', () => {
  fc.assert(
    fc.property(session, zooms, fc.array(fc.integer({ min: -5000, max: 5000 })), (given, steps, pans) => {
      const book = bookOf(given);
      const { axis } = book.layout();
      const end = pans.reduce((camera, px) => panCamera(camera, px, { axis, room }), zoomed(book, steps));
      expect(end.leftPx).toBeGreaterThanOrEqual(-endsPx.left);
      expect(end.leftPx).toBeLessThanOrEqual(
        Math.max(-endsPx.left, columnX(axis, axis.size - 1, end.scale) + endsPx.right - widthPx) + 1e-6,
      );
    }),
  );
});
