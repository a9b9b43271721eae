/** Generated sessions with known truth, few seeds of `npm run score`: each must be told rightly. */
import { describe, expect, it } from 'vitest';
import { leastShare, scoreSeeds } from '../score/total.ts';

describe('findings over generated sessions', async () => {
  const total = await scoreSeeds([101, 102]);

  it.each(total.codes)('$code is told where it holds and nowhere else', ({ precision, recall, told }) => {
    expect(told).toBeGreaterThan(0);
    expect(precision).toBeGreaterThanOrEqual(leastShare);
    expect(recall).toBeGreaterThanOrEqual(leastShare);
  });

  it('no clean visit has an error', () => {
    expect(total.errorsOnClean).toBe(0);
  });

  it('verdicts and counts are those that Meta documents', () => {
    expect(total.verdictAccuracy).toBeGreaterThanOrEqual(leastShare);
    expect(total.countAccuracy).toBeGreaterThanOrEqual(leastShare);
  });

  it('no pair holds events of two visits, and no line is unreadable', () => {
    expect(total.crossedPairs).toBe(0);
    expect(total.problems).toEqual([]);
  });

  it('the same seed makes the same session', async () => {
    expect(await scoreSeeds([101])).toEqual(await scoreSeeds([101]));
  });
});
