/** What stands where in the lanes: columns, folds, links, tails, groups. */
import { expect, test } from 'vitest';
import { axisWidthPx, columnX } from '../../../../shared/view/lanes/lane-axis.ts';
import type { LaneBook } from '../../../../shared/view/lanes/lane-book.ts';
import { fitCamera } from '../../../../shared/view/lanes/lane-camera.ts';
import { sceneOf } from '../../../../shared/view/lanes/lane-scene.ts';
import { momentOf } from '../../../../shared/view/moment.ts';
import type { EventRow } from '../../../../shared/view/rows.ts';
import { laneBookOf } from '../../../support/lane-book.ts';
import { eventRowOf, pairOf } from '../../../support/view-rows.ts';

const widthPx = 1000;
const fitted = (book: LaneBook) => sceneOf(book, fitCamera(book.layout().axis, { widthPx }), widthPx);
const sceneOfRows = (...args: Parameters<typeof laneBookOf>) => fitted(laneBookOf(...args));

const events = [
  eventRowOf({ id: 'b1', at: 0 }),
  eventRowOf({ id: 's1', at: 800 }),
  eventRowOf({ id: 'b2', at: 90_000, eventName: 'Purchase' }),
  eventRowOf({ id: 's2', at: 92_000, eventName: 'Purchase' }),
];

test('a minute without events is folded, carries its length, and has the clock behind it', () => {
  const { folds, ticks } = sceneOfRows(events);
  expect(folds.map((fold) => fold.idleMs)).toEqual([89_200]);
  expect(ticks.map((tick) => tick.at)).toEqual([0, 90_000]);
});

test('each rule draws its own link, and events without a rule are not linked', () => {
  const pairs = [
    pairOf({ key: 'b1', rule: 'P1', browser: ['b1'], server: ['s1'] }),
    pairOf({ key: 'b2', rule: 'P3', verdict: 'double-counted', browser: ['b2'], server: ['s2'] }),
  ];
  expect(sceneOfRows(events, pairs).links.map(({ span }) => span.rule)).toEqual(['P1', 'P3']);
  const alone = [pairOf({ key: 'b1', rule: null, verdict: 'browser-only', browser: ['b1'] })];
  expect(sceneOfRows(events, alone).links).toEqual([]);
});

test('a repeat is linked to the first copy of the other side', () => {
  const pair = pairOf({ key: 'b1', browser: ['b1', 'b2'], server: ['s1', 's2'] });
  const ends = sceneOfRows(events, [pair]).links.map(({ span }) => `${span.from.id}-${span.to.id}`);
  expect(ends.sort()).toEqual(['b1-s1', 'b1-s2', 'b2-s1']);
});

test('what Meta did not get, what is held here and what it does not count look different from what counts', () => {
  const rows = [
    eventRowOf({ id: 'b1' }),
    eventRowOf({ id: 'b2', outcome: 'blocked', counts: false }),
    eventRowOf({ id: 'b3', outcome: 'held' }),
    eventRowOf({ id: 'b4', role: 'copy', counts: false }),
  ];
  expect(sceneOfRows(rows).marks.map(({ entry }) => entry.look)).toEqual(['counts', 'lost', 'held', 'quiet']);
});

test('two events of one lane and one moment stand beside each other, and a twin above one of them', () => {
  const at = 500;
  const rows = [eventRowOf({ id: 'b1', at }), eventRowOf({ id: 's1', at }), eventRowOf({ id: 's2', at })];
  const [b1, s1, s2] = sceneOfRows(rows).marks.map((mark) => mark.x);
  expect(s1).toBe(b1);
  expect((s2 ?? 0) - (s1 ?? 0)).toBeGreaterThanOrEqual(11);
});

test('a server time in whole seconds is placed within its second by the time of sending', () => {
  const server = { id: 's1', at: 5000 } as const;
  const order = (seenAt: number | null) =>
    sceneOfRows([eventRowOf({ id: 'b1', at: 5400 }), eventRowOf({ ...server, seenAt })])
      .marks.map(({ entry }) => entry.id)
      .join();
  expect(order(5700)).toBe('b1,s1');
  expect(order(null)).toBe('s1,b1');
  expect(momentOf({ side: 'server', at: 5000, seenAt: 90_000 })).toBe(5999);
});

test('a server event that left more than a minute late reaches to when it left, over all that came in between', () => {
  const late = eventRowOf({ id: 's1', at: 100, seenAt: 200_100 });
  const between = eventRowOf({ id: 'b2', at: 100_000 });
  const { tails, marks } = sceneOfRows([late, between]);
  const [tail] = tails;
  expect(tail?.span.delayMs).toBe(200_000);
  expect(tail?.toX).toBeGreaterThan(marks.find(({ entry }) => entry.id === 'b2')?.x ?? Number.NaN);
  expect(sceneOfRows([eventRowOf({ id: 's1', at: 100, seenAt: 50_000 })]).tails).toEqual([]);
});

test('a link that begins before the view and ends behind it is still drawn', () => {
  const rows: EventRow[] = Array.from({ length: 400 }, (_, n) => eventRowOf({ id: `b${n + 1}`, at: n * 1000 }));
  rows.push(eventRowOf({ id: 's1', at: 399_500 }));
  const book = laneBookOf(rows, [pairOf({ key: 'far', browser: ['b1'], server: ['s1'], gapMs: 399_500 })]);
  const { axis } = book.layout();
  const leftPx = columnX(axis, 200, 40);
  const { links } = sceneOf(book, { scale: 40, leftPx }, 300);
  expect(links).toHaveLength(1);
  expect(links[0]?.fromX).toBeLessThan(0);
  expect(links[0]?.toX).toBeGreaterThan(300);
});

const crowd = Array.from({ length: 1500 }, (_, n) => [
  eventRowOf({ id: `b${n + 1}`, at: n * 1000 }),
  eventRowOf({ id: `s${n + 1}`, at: n * 1000 + 300 }),
]).flat();

test('more than two thousand marks in view become groups, which count every event once', () => {
  const { marks, groups } = sceneOfRows(crowd);
  expect(marks).toEqual([]);
  expect(groups.reduce((sum, { browser }) => sum + browser.total, 0)).toBe(1500);
  expect(groups.reduce((sum, { server }) => sum + server.total, 0)).toBe(1500);
});

test('one fault among thousands makes its group a fault, and only a filter that leaves it out takes that away', () => {
  const bad = pairOf({ key: 'bad', verdict: 'double-counted', rule: 'P3', browser: ['b700'], server: ['s700'] });
  const good = pairOf({ key: 'good', browser: ['b1'], server: ['s1'] });
  const book = laneBookOf(crowd, [bad, good]);
  const worst = () => fitted(book).groups.map((group) => group.worst);
  expect(worst().filter((grade) => grade === 'bad')).toHaveLength(1);
  book.keepInSight([good]);
  expect(worst().filter((grade) => grade === 'bad')).toHaveLength(0);
  book.keepInSight(null);
  expect(worst().filter((grade) => grade === 'bad')).toHaveLength(1);
});

test('page loads, steps and notes stand on the axis, and one that is taken away leaves it', () => {
  const book = laneBookOf(events);
  book.setMoments([
    { key: 'p', at: 50, kind: 'page', text: 'https://shop.example/cart' },
    { key: 'n', at: 95_000, kind: 'note', text: 'odd' },
  ]);
  expect(fitted(book).moments.map(({ entry }) => entry.moment?.kind)).toEqual(['page', 'note']);
  book.setMoments([{ key: 'n', at: 95_000, kind: 'note', text: 'odd' }]);
  expect(fitted(book).moments.map(({ entry }) => entry.moment?.kind)).toEqual(['note']);
});

test('a pair that changes its verdict changes its marks, and one that is removed leaves none of its colour', () => {
  const pair = pairOf({ key: 'b1', verdict: 'browser-only', rule: null, browser: ['b1'] });
  const book = laneBookOf(events, [pair]);
  const grade = () => fitted(book).marks.find(({ entry }) => entry.id === 'b1')?.entry.grade;
  expect(grade()).toBe('part');
  book.take({
    events: [],
    removedPairs: [],
    pairs: [{ ...pair, verdict: 'deduplicated', rule: 'P1', server: ['s1'] }],
  });
  expect(grade()).toBe('good');
  expect(fitted(book).links).toHaveLength(1);
  book.take({ events: [], removedPairs: ['b1'], pairs: [] });
  expect(grade()).toBe('quiet');
  expect(fitted(book).links).toEqual([]);
});

test('a session with no event has an empty picture', () => {
  const { marks, links, folds, ticks, groups } = sceneOfRows([]);
  expect({ marks, links, folds, ticks, groups }).toEqual({ marks: [], links: [], folds: [], ticks: [], groups: [] });
});

test('a wide room is used: a checkout that fills a small window fills a large one too', () => {
  const rows = Array.from({ length: 25 }, (_, n) => eventRowOf({ id: `b${n + 1}`, at: n * 4000 }));
  const { axis } = laneBookOf(rows).layout();
  const shares = [1200, 1800].map((widthPx) => axisWidthPx(axis, fitCamera(axis, { widthPx }).scale) / widthPx);
  expect(shares[1]).toBeGreaterThanOrEqual((shares[0] ?? 1) - 0.01);
});
