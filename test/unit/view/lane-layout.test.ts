/** Where marks, links, folds and labels of the two lanes stand. */
import { expect, test } from 'vitest';
import { layOutLanes } from '../../../shared/view/lane-layout.ts';
import { momentOf } from '../../../shared/view/moment.ts';
import { eventRowOf, pairOf } from '../../support/view-rows.ts';

const events = [
  eventRowOf({ id: 'b1', at: 0 }),
  eventRowOf({ id: 's1', at: 800 }),
  eventRowOf({ id: 'b2', at: 90_000, eventName: 'Purchase' }),
  eventRowOf({ id: 's2', at: 92_000, eventName: 'Purchase' }),
];

test('a minute without events is folded and carries its length', () => {
  const { folds } = layOutLanes({ events, pairs: [] }, 1000);
  expect(folds.map((fold) => fold.idleMs)).toEqual([89_200]);
});

test('each rule draws its own link, and events without a rule are not linked', () => {
  const pairs = [
    pairOf({ key: 'b1', rule: 'P1', browser: ['b1'], server: ['s1'] }),
    pairOf({ key: 'b2', rule: 'P3', verdict: 'double-counted', browser: ['b2'], server: ['s2'] }),
  ];
  expect(layOutLanes({ events, pairs }, 1000).links.map((link) => link.rule)).toEqual(['P1', 'P3']);
  const alone = [pairOf({ key: 'b1', rule: null, verdict: 'browser-only', browser: ['b1'] })];
  expect(layOutLanes({ events, pairs: alone }, 1000).links).toEqual([]);
});

test('a repeat is linked to the first copy of the other side', () => {
  const pair = pairOf({ key: 'b1', browser: ['b1', 'b2'], server: ['s1', 's2'] });
  expect(layOutLanes({ events, pairs: [pair] }, 1000).links).toHaveLength(3);
});

test('what Meta did not get and what it does not count look different from what counts', () => {
  const rows = [
    eventRowOf({ id: 'b1' }),
    eventRowOf({ id: 'b2', outcome: 'blocked', counts: false }),
    eventRowOf({ id: 'b3', role: 'copy', counts: false }),
  ];
  const looks = layOutLanes({ events: rows, pairs: [] }, 1000).marks.map((mark) => mark.look);
  expect(looks).toEqual(['counts', 'lost', 'quiet']);
});

test('labels of one lane never overlap, and one that finds no room is left out', () => {
  const crowd = [1, 2, 3, 4].map((n) => eventRowOf({ id: `b${n}`, at: n * 10, eventName: 'InitiateCheckout' }));
  const tiers = layOutLanes({ events: crowd, pairs: [] }, 1000).marks.map((mark) => mark.labelTier);
  expect(tiers).toEqual([0, 1, null, null]);
});

test('two events of one lane and one moment stand beside each other, and a twin above one of them', () => {
  const rows = [
    eventRowOf({ id: 'b1', at: 500 }),
    eventRowOf({ id: 's1', at: 500 }),
    eventRowOf({ id: 's2', at: 500 }),
  ];
  const [b1, s1, s2] = layOutLanes({ events: rows, pairs: [] }, 1000).marks.map((mark) => mark.x);
  expect(s1).toBe(b1);
  expect((s2 ?? 0) - (s1 ?? 0)).toBeGreaterThanOrEqual(11);
});

test('a server time in whole seconds is placed within its second by the time of sending', () => {
  const server = { id: 's1', at: 5000 } as const;
  const order = (seenAt: number | null) =>
    layOutLanes({ events: [eventRowOf({ id: 'b1', at: 5400 }), eventRowOf({ ...server, seenAt })], pairs: [] }, 1000)
      .marks.map((mark) => mark.id)
      .join();
  expect(order(5700)).toBe('b1,s1');
  expect(order(null)).toBe('s1,b1');
  expect(momentOf({ side: 'server', at: 5000, seenAt: 90_000 })).toBe(5999);
  expect(momentOf({ side: 'server', at: 5001, seenAt: 90_000 })).toBe(5001);
});

test('a session with no event has an empty picture as wide as its room', () => {
  expect(layOutLanes({ events: [], pairs: [] }, 700)).toEqual({
    widthPx: 700,
    marks: [],
    links: [],
    folds: [],
    ticks: [],
  });
});
