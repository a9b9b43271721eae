/** The list's order: sorted by any column without losing a pair, grouped under what pairs share. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../shared/model/finding.ts';
import type { Pair } from '../../../shared/model/pair.ts';
import {
  type ArrangedRows,
  groupKeys,
  groupPairs,
  pageOf,
  sortKeys,
  sortPairs,
} from '../../../shared/view/arrange-pairs.ts';
import { eventRowOf, findingOf, pairOf } from '../../support/view-rows.ts';

const events = new Map(
  [
    eventRowOf({ id: 'b1', value: 20, url: 'https://shop.example/cart?x=1', visitor: 'fb.1.1.7' }),
    eventRowOf({ id: 'b2', value: 100, url: 'https://shop.example/cart', visitor: 'fb.1.1.8' }),
    eventRowOf({ id: 's1', value: 3, visitor: 'fb.1.1.7' }),
  ].map((event) => [event.id, event]),
);
const findingsOf = new Map<string, Finding[]>([
  ['b', [findingOf({ code: 'id.mismatch', severity: 'error' })]],
  ['c', [findingOf({ code: 'x', severity: 'info' }), findingOf({ code: 'y', severity: 'info' })]],
]);
const rows: ArrangedRows = { events, findingsOf };
const a = pairOf({ key: 'a', at: 1, eventName: 'Purchase', browser: ['b1'], gapMs: 900, order: '10' });
const b = pairOf({ key: 'b', at: 2, eventName: 'AddToCart', browser: ['b2'], gapMs: null, order: '9' });
const c = pairOf({ key: 'c', at: 3, eventName: 'Purchase', server: ['s1'], gapMs: -5, verdict: 'server-only' });
const all = [a, b, c];
const names = (pairs: readonly Pair[]) => pairs.map(({ key }) => key).join('');

test.each([
  ['time', false, 'abc'],
  ['time', true, 'cba'],
  ['event', false, 'bac'],
  ['gap', false, 'cab'],
  ['gap', true, 'acb'],
  ['order', false, 'bac'],
  ['value', true, 'bac'],
  ['findings', true, 'bca'],
] as const)('by %s (downwards: %s) the pairs stand as %s', (sortBy, isDescending, expected) => {
  expect(names(sortPairs(all, { sortBy, isDescending }, rows))).toBe(expected);
});

test('no pair is lost or doubled by any order or group', () => {
  const arbitrary = fc.record({
    sortBy: fc.constantFrom(...sortKeys),
    isDescending: fc.boolean(),
    groupBy: fc.constantFrom(...groupKeys),
    kept: fc.subarray(all),
  });
  fc.assert(
    fc.property(arbitrary, ({ sortBy, isDescending, groupBy, kept }) => {
      const groups = groupPairs(sortPairs(kept, { sortBy, isDescending }, rows), groupBy, rows);
      expect(groups.flatMap(({ pairs }) => pairs.map(({ key }) => key)).sort()).toEqual(kept.map(({ key }) => key));
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    }),
  );
});

test('visitors are numbered in the order in which they came, and never named by their cookie', () => {
  const groups = groupPairs(all, 'visitor', rows);
  expect(groups.map(({ title, pairs }) => [title, names(pairs)])).toEqual([
    ['Visitor 1', 'ac'],
    ['Visitor 2', 'b'],
  ]);
});

test('a group tells the worst finding of its pairs', () => {
  expect(groupPairs(all, 'event', rows).map(({ title, worst }) => [title, worst])).toEqual([
    ['Purchase', 'info'],
    ['AddToCart', 'error'],
  ]);
});

test('a page is the same page whatever stands in its query', () => {
  expect(groupPairs([a, b], 'page', rows).map(({ title }) => title)).toEqual(['shop.example/cart']);
  expect(pageOf(null)).toBe(null);
});

test('pairs without what they are grouped by stand together under a title that says so', () => {
  expect(groupPairs([c], 'order', rows).map(({ title }) => title)).toEqual(['Without an order number']);
});
