/** Both copies carry the same field, and neither a library's own spelling nor a known value explains the difference. */
import { legitimateForms } from '../../meta/normalize.ts';
import { sha256 } from '../../meta/sha256.ts';
import type { Identity } from '../../model/identity.ts';
import { comparableCopies, customerValues, hashedKeys, shapeOfField, valuesOfKey } from '../customer-values.ts';
import { isRightHash } from '../hash-forensics.ts';
import { isSameListedValue } from '../hashes/listed-values.ts';
import { shapeOf, sortOfText } from '../hashes/shape.ts';
import { normalizationAdvice } from '../normalization-advice.ts';
import type { Copies, Rule } from '../rule.ts';

export const keyDiffers: Rule = {
  code: 'key.differs',
  severity: 'warning',
  title: 'The copies carry different customer information',
  eventsManager: null,
  source: "Meta: Customer information parameters; Meta's Parameter Builder; Meta's SDKs",
  confidence: 'medium',
  check(view) {
    const copies = comparableCopies(view);
    if (copies === null) return null;
    const { identity } = view.session;
    const keys = comparedKeys.filter((key) => differs(copies, key, identity));
    const [first] = keys;
    if (first === undefined) return null;
    const swapped = swappedField(copies, first);
    return {
      detail: `Both copies carry ${keys.join(', ')}, and the values differ. ${swapped ?? knownSide(copies, first, identity)} Meta matches each copy by what it carries, and keeps one of them.`,
      fix: `Take the field from the same place on both sides. ${normalizationAdvice(first)}`,
      events: [copies.browser, copies.server],
      browser: shown(copies.browser, keys),
      server: shown(copies.server, keys),
    };
  },
};

const comparedKeys = [...hashedKeys, 'external_id'];

/** For each field the shapes of typed values of which all of Meta's libraries make the same text. */
const agreeing: Record<string, RegExp> = {
  em: /@/,
  ph: /^(?!#{13,}$)[^.]*$/,
  fn: /^[\^*~#]*$/,
  ln: /^[\^*~#]*$/,
  db: /./,
  external_id: /./,
  ct: /^[\^* .()-]*$/,
  st: /^[\^*]{2}$/,
  zp: /^#{5}(?:-#{4})?$/,
  country: /^[\^*]{2}$/,
};

/** Where the shape is unknown: fields in which the libraries disagree on few values only. */
const mostlyAgreeing = new Set(['em', 'ph', 'fn', 'ln', 'db', 'external_id']);

function differs({ browser, server }: Copies, key: string, identity: Identity): boolean {
  const [left, right] = [valuesOfKey(browser, key), valuesOfKey(server, key)];
  if (left.length === 0 || right.length === 0) return false;
  if (left.some((one) => right.includes(one))) return false;
  if (left.some((one) => right.some((other) => isSameValue(key, one, other)))) return false;
  const isRight = (side: 'browser' | 'server', values: readonly string[]) =>
    values.some((hash) => isRightHash({ key, hash, side, knownValues: identity }));
  const [isLeftRight, isRightRight] = [isRight('browser', left), isRight('server', right)];
  if (isLeftRight || isRightRight) return !(isLeftRight && isRightRight);
  const listed = left.flatMap((one) => right.map((other) => isSameListedValue(key, one, other)));
  if (listed.every((same) => same === false)) return true;
  const shape = shapeOfField(browser, key);
  return shape === null ? mostlyAgreeing.has(key) : (agreeing[key]?.test(shape) ?? false);
}

/** The same text, a plain value and a hash of one of its forms, or two spellings of one listed value. */
function isSameValue(key: string, one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  return (
    isHashOfPlain(key, one, other) || isHashOfPlain(key, other, one) || isSameListedValue(key, one, other) === true
  );
}

function isHashOfPlain(key: string, plain: string, hash: string): boolean {
  if (shapeOf(plain).kind !== 'plain' || shapeOf(hash).kind !== 'hash') return false;
  return legitimateForms(key, plain).some((form) => sha256(form) === hash.toLowerCase());
}

/** First and last name in each other's place are the commonest. */
function swappedField({ browser, server }: Copies, key: string): string | null {
  const mine = valuesOfKey(server, key);
  for (const [other, values] of customerValues(browser)) {
    if (other !== key && values.some((value) => mine.includes(value)))
      return `The server’s ${key} is the Pixel’s ${other}: the fields are mixed up.`;
  }
  return null;
}

function knownSide({ browser, server }: Copies, key: string, identity: Identity): string {
  const isRight = (side: 'browser' | 'server', values: readonly string[]) =>
    values.some((hash) => isRightHash({ key, hash, side, knownValues: identity }));
  if (isRight('browser', valuesOfKey(browser, key)))
    return 'The Pixel’s is that of the known value, the server’s is not.';
  if (isRight('server', valuesOfKey(server, key)))
    return 'The server’s is that of the known value, the Pixel’s is not.';
  return 'Two hashes alone do not tell whether these are two values or one value written in two ways.';
}

/** Hashes as they are; of plain text only its sort. */
function shown(event: Copies[keyof Copies], keys: readonly string[]): string {
  const values = keys.flatMap((key) => valuesOfKey(event, key).map((value) => ({ key, value })));
  return values
    .map(({ key, value }) => `${key} ${shapeOf(value).kind === 'plain' ? sortOfText(value) : value}`)
    .join(', ');
}
