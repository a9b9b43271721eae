/** A share with its numerator and denominator, and no percentage where there is too little to judge. */
import type { Score } from '../report/report.ts';
import { formatCount } from '../view/plural.ts';

/** Fewer cases than this give no percentage, no median and no percentile: one case more or less would change it by far. */
export const fewestToJudge = 5;

/** `part` of `of`, with a sentence; value null, and the reason, where `of` is too small. */
export function score(part: number, of: number, note: string): Score {
  const value = shareOf(part, of);
  return { value, part, of, note: value === null ? `${note} Too few to judge by a percentage.` : note };
}

/** Null where `of` is too small to judge. */
export function shareOf(part: number, of: number): number | null {
  return of < fewestToJudge ? null : round(part / of);
}

/** Four decimals: enough for a share, and the same text on every machine. */
export function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

export function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

/** `4,782 of 5,000`, as notes write it. */
export function inWords(part: number, of: number): string {
  return `${formatCount(part)} of ${formatCount(of)}`;
}
