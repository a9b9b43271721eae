/** Names, gaps, delays, clock and words in the lanes: what is written, and that nothing stands on anything. */
import { expect, test } from 'vitest';
import type { LaneBook } from '../../../../shared/view/lanes/lane-book.ts';
import { fitCamera } from '../../../../shared/view/lanes/lane-camera.ts';
import { placeClock } from '../../../../shared/view/lanes/lane-clock.ts';
import { laneHeights } from '../../../../shared/view/lanes/lane-heights.ts';
import { placeMarkLabels, placeSpanLabels } from '../../../../shared/view/lanes/lane-labels.ts';
import { sceneOf } from '../../../../shared/view/lanes/lane-scene.ts';
import { gapWords, momentText, outcomeWords } from '../../../../shared/view/lanes/lane-words.ts';
import { laneBookOf, measureText } from '../../../support/lane-book.ts';
import { eventRowOf, pairOf } from '../../../support/view-rows.ts';

const widthPx = 1000;
const sceneFor = (book: LaneBook) => sceneOf(book, fitCamera(book.layout().axis, { widthPx }), widthPx);
const wish = { measure: measureText, tiers: 2, first: null };

test('labels of one lane never overlap, and one that finds no room is left out', () => {
  const rows = [1, 2, 3, 4].map((n) => eventRowOf({ id: `b${n}`, at: n * 10, eventName: 'InitiateCheckout' }));
  const scene = sceneFor(laneBookOf(rows));
  const tiers = placeMarkLabels(scene.marks, { ...wish, spacingPx: 20 }).map(({ tier }) => tier);
  expect(tiers).toEqual([0, 1]);
});

test('where marks crowd, names are kept for what is wrong and for what is chosen', () => {
  const rows = Array.from({ length: 200 }, (_, n) => eventRowOf({ id: `b${n + 1}`, at: n * 500 }));
  const bad = pairOf({ key: 'bad', verdict: 'double-counted', browser: ['b150'] });
  const chosen = pairOf({ key: 'chosen', browser: ['b20'] });
  const scene = sceneFor(laneBookOf(rows, [bad, chosen]));
  const labels = placeMarkLabels(scene.marks, { ...wish, spacingPx: scene.spacingPx, first: 'chosen' });
  expect(labels.map(({ mark }) => mark.entry.id)).toEqual(['b20', 'b150']);
});

test('a gap worth reading stands at its line, a short one does not', () => {
  const rows = [
    eventRowOf({ id: 'b1', at: 0 }),
    eventRowOf({ id: 's1', at: 700 }),
    eventRowOf({ id: 'b2', at: 2000 }),
    eventRowOf({ id: 's2', at: 5500 }),
  ];
  const pairs = [
    pairOf({ key: 'a', browser: ['b1'], server: ['s1'], gapMs: 700 }),
    pairOf({ key: 'b', browser: ['b2'], server: ['s2'], gapMs: 3500 }),
  ];
  const labels = placeSpanLabels(sceneFor(laneBookOf(rows, pairs)), laneHeights(190), measureText);
  expect(labels.map(({ text }) => text)).toEqual(['3.5 s']);
});

test('events that left a queue together name the longest delay once', () => {
  const rows = [1, 2, 3].map((n) => eventRowOf({ id: `s${n}`, at: n * 1000 + 1, seenAt: 300_001 }));
  const labels = placeSpanLabels(sceneFor(laneBookOf(rows)), laneHeights(190), measureText);
  expect(labels.map(({ text }) => text)).toEqual(['left 4 min 59 s later']);
});

test('page, step and note are written beside the clock, where they are free of it and of each other', () => {
  const book = laneBookOf([0, 900, 2000, 3000, 90_000].map((at, n) => eventRowOf({ id: `b${n + 1}`, at })));
  book.setMoments([
    { key: 'p', at: 0, kind: 'page', text: 'https://shop.example/cart?x=1' },
    { key: 's', at: 90_001, kind: 'step', text: 'pay' },
    { key: 'n', at: 90_002, kind: 'note', text: 'a note that is far too long to be written here in full' },
  ]);
  const texts = placeClock(sceneFor(book), measureText);
  expect(texts.filter(({ what }) => what !== 'clock').map(({ text }) => text)).toContain('/cart');
  for (const [index, { x }] of texts.entries()) {
    const before = texts[index - 1];
    if (before !== undefined) expect(x).toBeGreaterThanOrEqual(before.x + measureText(before.text));
  }
});

test('words of a pair, an outcome and a page', () => {
  expect(gapWords({ gapMs: 2400 }, 240_000)).toBe('2.4 s, left 4 min later');
  expect(gapWords({ gapMs: null }, null)).toBe('');
  expect(outcomeWords([eventRowOf({ id: 'b1', outcome: 'blocked' })])).toBe('blocked');
  expect(outcomeWords([eventRowOf({ id: 'b1' }), eventRowOf({ id: 'b2' })])).toBe('2 times: sent');
  expect(outcomeWords([])).toBe('–');
  expect(momentText({ key: 'p', at: 0, kind: 'page', text: 'https://shop.example' })).toBe('/');
});

test('the words of a delay stand beside a tail that is shorter than they are, below the marks of the lane', () => {
  const rows = [
    eventRowOf({ id: 's1', at: 1001, seenAt: 300_001 }),
    ...[2, 3].map((n) => eventRowOf({ id: `s${n}`, at: n * 1000 + 1 })),
  ];
  const heights = laneHeights(190);
  const scene = sceneFor(laneBookOf(rows));
  const [label] = placeSpanLabels(scene, heights, () => 400);
  const toX = scene.tails[0]?.toX ?? Number.NaN;
  expect(label?.text).toBe('left 4 min 59 s later');
  expect((label?.x ?? 0) - (label?.widthPx ?? 0) / 2).toBeGreaterThan(toX);
  expect((label?.y ?? 0) - heights.serverY).toBeGreaterThan(10);
});
