/** Findings folded under their causes and grouped by code. */
import { expect, test } from 'vitest';
import { findingsByPair, foldByCause, groupByCause, worstSeverity } from '../../../shared/view/group-findings.ts';
import { findingOf } from '../../support/view-rows.ts';

test('a finding is folded under the finding of the same pair that causes it', () => {
  const cause = findingOf({ code: 'id.mismatch', pair: 'p1' });
  const effect = findingOf({ code: 'dup.double-counted', pair: 'p1', causedBy: 'id.mismatch' });
  expect(foldByCause([effect, cause])).toEqual([{ finding: cause, consequences: [effect] }]);
});

test('a finding whose cause is in another pair stands for itself', () => {
  const cause = findingOf({ code: 'id.mismatch', pair: 'p1' });
  const other = findingOf({ code: 'dup.double-counted', pair: 'p2', causedBy: 'id.mismatch' });
  expect(foldByCause([cause, other]).map((tree) => tree.finding)).toEqual([cause, other]);
});

test('a chain of causes is folded under its first link', () => {
  const first = findingOf({ code: 'a', pair: 'p1' });
  const second = findingOf({ code: 'b', pair: 'p1', causedBy: 'a' });
  const third = findingOf({ code: 'c', pair: 'p1', causedBy: 'b' });
  expect(foldByCause([third, second, first])).toEqual([{ finding: first, consequences: [third, second] }]);
});

test('findings that name each other as cause are all shown', () => {
  const a = findingOf({ code: 'a', pair: 'p1', causedBy: 'b' });
  const b = findingOf({ code: 'b', pair: 'p1', causedBy: 'a' });
  const c = findingOf({ code: 'c', pair: 'p1', causedBy: 'a' });
  const shown = foldByCause([a, b, c]).flatMap((tree) => [tree.finding, ...tree.consequences]);
  expect(new Set(shown)).toEqual(new Set([a, b, c]));
});

test('groups are ordered by the worst thing in them, a consequence included, then by how much goes away with them', () => {
  const groups = groupByCause([
    findingOf({ code: 'time.late', pair: 'p1' }),
    findingOf({ code: 'time.late', pair: 'p2', key: '2' }),
    findingOf({ code: 'key.missing-fbc', pair: 'p1' }),
    findingOf({ code: 'id.automatic', severity: 'info', pair: 'p3' }),
    findingOf({ code: 'dup.double-counted', severity: 'error', pair: 'p3', causedBy: 'id.automatic' }),
  ]);
  expect(groups.map((group) => group.code)).toEqual(['id.automatic', 'time.late', 'key.missing-fbc']);
  expect(groups[0]).toMatchObject({ severity: 'error', consequences: [{ code: 'dup.double-counted', count: 1 }] });
  expect(groups[1]?.pairs).toEqual(['p1', 'p2']);
});

test('a finding about no pair is in a group and in no pair', () => {
  const stream = findingOf({ code: 'delivery.rejected', severity: 'error' });
  expect(groupByCause([stream])[0]?.pairs).toEqual([]);
  expect(findingsByPair([stream]).size).toBe(0);
});

test('the worst of no findings is none', () => {
  expect(worstSeverity([])).toBeNull();
  expect(worstSeverity([findingOf({ code: 'a', severity: 'info' }), findingOf({ code: 'b' })])).toBe('warning');
});
