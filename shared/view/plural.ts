/** `1 call`, `12 calls`, `1,204 calls`: a number with its noun. */

import { displayNow } from './display.ts';

/** `many` is given where the plural is not the noun with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatCount(count: number): string {
  return count.toLocaleString(displayNow().locale);
}
