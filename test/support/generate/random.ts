/** Repeatable randomness: the same seed makes the same session on every machine. */

export type Random = {
  /** From 0 up to, not including, 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  /** Throws where there is nothing to pick from. */
  pick<T>(from: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** So many characters out of `alphabet`. */
  text(length: number, alphabet: string): string;
  digits(length: number): string;
  hex(length: number): string;
  uuid(): string;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A click id as Meta's ads append it. */
export function clickId(random: Random): string {
  return `IwAR${random.text(52, `${letters}_-`)}`;
}

export function createRandom(seed: number): Random {
  const fraction = sfc32(seed);
  const int = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(0, from.length - 1)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  };
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join('');
  const hex = (length: number) => text(length, '0123456789abcdef');
  return {
    fraction,
    int,
    chance: (probability) => fraction() < probability,
    pick,
    shuffled: (list) =>
      list
        .map((item) => ({ item, at: fraction() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
    text,
    digits: (length) => text(1, '123456789') + text(length - 1, '0123456789'),
    hex,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${text(1, '89ab')}${hex(3)}-${hex(12)}`,
  };
}

/** Chris Doty-Humphrey's "small fast counter" with 32-bit words; the first rounds only mix the seed in. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}
