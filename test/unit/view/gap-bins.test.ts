/** The steps of the gap chart: each pair in one of them, and each step's filter asks for just its pairs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapBins } from '../../../shared/view/gap-bins.ts';

const stepOf = (gapMs: number) => gapBins([{ gapMs }]).find(({ count }) => count === 1)?.label;

test.each([
  [-1001, 'early'],
  [-1000, '< 1 s'],
  [999, '< 1 s'],
  [1000, '< 5 s'],
  [30_000, '< 5 min'],
  [48 * 3_600_000 - 1, '< 48 h'],
  [48 * 3_600_000, '≥ 48 h'],
])('a gap of %i ms is told as %s', (gapMs, label) => {
  expect(stepOf(gapMs)).toBe(label);
});

test('every pair with both sides is in exactly one step, the others in none', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -1e10, max: 1e10 }))), (gaps) => {
      const counted = gapBins(gaps.map((gapMs) => ({ gapMs }))).reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(gaps.filter((gap) => gap !== null).length);
    }),
  );
});
