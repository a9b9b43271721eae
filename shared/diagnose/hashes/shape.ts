/** Tells a hash from plain text, and a broken hash from a whole one, by its looks alone. */

export type Shape =
  | { kind: 'hash' }
  /** Meant to be a hash, and not 64 hex digits. */
  | { kind: 'broken'; form: string; words: string }
  | { kind: 'plain' };

const otherAlgorithms: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [56, 'SHA-224'],
  [96, 'SHA-384'],
  [128, 'SHA-512'],
]);

const whole: Shape = { kind: 'hash' };

/** Fewer hex digits may well be a phone number or a word. */
const fewestDigits = 24;

/** `value` without a Parameter Builder suffix. */
export function shapeOf(value: string): Shape {
  if (value.length === 64 && /^[0-9a-f]+$/i.test(value)) return whole;
  if (/^[0-9a-f]+$/i.test(value) && value.length >= fewestDigits) return ofHex(value.length);
  if (/[^0-9a-f]/i.test(value) && /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i.test(value)) {
    return broken('something around the hash', 'has more than the hash in it, such as quotes, brackets or white space');
  }
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (isBase64) return broken('Base64', 'is a SHA-256 hash in Base64, where Meta reads hex digits');
  if (/^\$2[aby]\$\d\d\$|^\$argon2/.test(value))
    return broken('a password hash', 'is a password hash, which nobody can compare');
  return { kind: 'plain' };
}

function ofHex(length: number): Shape {
  const algorithm = otherAlgorithms.get(length);
  if (algorithm === undefined) return broken('wrong length', `has ${length} hex digits, where SHA-256 has 64`);
  return broken(algorithm, `has ${length} hex digits: it is ${algorithm}, where Meta asks for SHA-256`);
}

function broken(form: string, words: string): Shape {
  return { kind: 'broken', form, words };
}

/** `an e-mail address`, …: the sort of plain text, never the text. */
export function sortOfText(value: string): string {
  if (/^\s*[^\s@]+@[^\s@]+\s*$/.test(value)) return 'an e-mail address';
  if (/^[\s+()\d./-]+$/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 7) return 'a number like a phone number';
  return `plain text of ${[...value].length} characters`;
}
