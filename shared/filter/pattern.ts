/** Text values with stars: `order_*`, `*checkout*`. A star stands for any characters, none included; case is ignored. */
import type { FilterValue } from './query.ts';

export type TextTest = (lower: string) => boolean;

/** The test takes lower-case text. Without a star the whole text must be the same, or with `within` contain the value. */
export function textTest({ text, isQuoted }: FilterValue, within = false): TextTest {
  const wanted = text.toLowerCase();
  if (isQuoted || !wanted.includes('*')) {
    return within ? (lower) => lower.includes(wanted) : (lower) => lower === wanted;
  }
  const parts = wanted.split('*');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1).filter((part) => part !== '');
  return (lower) => holdsInOrder(lower, { first, middle, last });
}

type Parts = { first: string; middle: string[]; last: string };

/** Each part at the earliest place after the one before: time grows with the text alone. */
function holdsInOrder(text: string, { first, middle, last }: Parts): boolean {
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of middle) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
