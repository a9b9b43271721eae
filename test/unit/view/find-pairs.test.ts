/** Which pairs are listed, in which order, and how the cursor moves among them. */
import { expect, test } from 'vitest';
import { splitComparison } from '../../../shared/view/comparison-order.ts';
import { moveCursor, moveOfKey } from '../../../shared/view/move-cursor.ts';
import { pairsInOrder } from '../../../shared/view/pairs-in-order.ts';
import type { FieldComparison } from '../../../shared/view/rows.ts';
import { pairOf } from '../../support/view-rows.ts';

test('pairs stand in order of time, those of one moment in order of key', () => {
  const keys = pairsInOrder([pairOf({ key: 'c', at: 2 }), pairOf({ key: 'b', at: 2 }), pairOf({ key: 'z', at: 1 })]);
  expect(keys.map((pair) => pair.key)).toEqual(['z', 'b', 'c']);
});

test('the cursor stops at both ends and enters an unvisited list at the end that the key points to', () => {
  const list = { count: 20, page: 8 };
  expect(moveCursor('next', { ...list, from: 19 })).toBe(19);
  expect(moveCursor('page-up', { ...list, from: 3 })).toBe(0);
  expect(moveCursor('page-down', { ...list, from: 3 })).toBe(11);
  expect(moveCursor('next', { ...list, from: -1 })).toBe(0);
  expect(moveCursor('previous', { ...list, from: -1 })).toBe(19);
  expect(moveCursor('last', { ...list, from: 2 })).toBe(19);
  expect(moveCursor('next', { from: -1, count: 0, page: 8 })).toBe(-1);
});

test('j and k move like the arrows, other letters move nothing', () => {
  expect([moveOfKey('j'), moveOfKey('k'), moveOfKey('x')]).toEqual(['next', 'previous', null]);
});

test('differences come first, then what only one side has, and equal fields are set apart', () => {
  const field = (name: string, state: FieldComparison['state']): FieldComparison => ({
    field: name,
    group: 'content',
    browser: null,
    server: null,
    state,
  });
  const { notable, same } = splitComparison([field('a', 'same'), field('b', 'server-only'), field('c', 'differs')]);
  expect(notable.map((entry) => entry.field)).toEqual(['c', 'b']);
  expect(same.map((entry) => entry.field)).toEqual(['a']);
});
