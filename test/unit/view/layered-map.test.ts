/** The layered map does what a Map does, whatever is done to it, and never changes what it was made from. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LayeredMap } from '../../../shared/view/layered-map.ts';

const key = fc.integer({ min: 0, max: 40 });
const change = fc.record({ put: fc.array(fc.tuple(key, fc.nat())), removed: fc.array(key) });

test('after any changes it holds what a Map holds', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat())), fc.array(change), (first, changes) => {
      const model = new Map(first);
      let map = LayeredMap.of(first);
      for (const { put, removed } of changes) {
        map = map.with(put, removed);
        for (const each of removed) model.delete(each);
        for (const [each, value] of put) model.set(each, value);
        expect(new Map(map)).toEqual(model);
        expect([...map.keys()].length).toBe(map.size);
        expect(map.size).toBe(model.size);
      }
    }),
  );
});

test('a map stays as it was when another is made from it, also past the size of its layer', () => {
  const before = LayeredMap.of([[1, 'one']] as const as [number, string][]);
  const many = Array.from({ length: 2000 }, (_, n): [number, string] => [n, `new ${n}`]);
  const after = before.with(many, [1]);
  expect([...before]).toEqual([[1, 'one']]);
  expect([after.size, after.get(1), before.get(1)]).toEqual([2000, 'new 1', 'one']);
});

test('what is removed and put at once is there', () => {
  expect(
    LayeredMap.of([['a', 1]])
      .with([['a', 2]], ['a'])
      .get('a'),
  ).toBe(2);
});

test('a change of nothing gives the same map', () => {
  const map = LayeredMap.of([['a', 1]]);
  expect(map.with([], ['b'])).toBe(map);
});

test('values come in the order in which their keys were first put', () => {
  const map = LayeredMap.of([
    ['a', 1],
    ['b', 2],
  ]).with([
    ['c', 3],
    ['a', 4],
  ]);
  expect([...map.values()]).toEqual([4, 2, 3]);
});
