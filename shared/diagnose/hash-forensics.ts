/**
 * Finds out what stands behind a hash: which mistake, made with a value that is known, gives this very hash. Known
 * values come from the tester or from closed lists; explanations name the form and the mistake, never a value.
 */

import { remembering } from '../meta/remembered.ts';
import { sha256 } from '../meta/sha256.ts';
import type { Side } from '../model/event.ts';
import type { Identity } from '../model/identity.ts';
import { bad, type HashExplanation, type Mistakes } from './hashes/explanation.ts';
import { type Field, knownMistakes, rightHashes } from './hashes/known-mistakes.ts';
import { listedMistakes } from './hashes/listed-values.ts';
import { placeholderOf } from './hashes/placeholders.ts';
import { type Shape, shapeOf } from './hashes/shape.ts';

/** `hash` is without a Parameter Builder suffix. */
export type HashQuestion = { key: string; hash: string; side: Side; knownValues: Identity };

/** Null where the hash is right, where it is no hash at all, and where nothing that is known gives it. */
export function explainHash(question: HashQuestion): HashExplanation | null {
  const shape = shapeOf(question.hash);
  return shape.kind === 'plain' ? null : explainShaped(question, shape);
}

/** The same where the shape of the hash is known. */
export function explainShaped(
  question: HashQuestion,
  shape: Exclude<Shape, { kind: 'plain' }>,
): HashExplanation | null {
  const { key, side } = question;
  const hash = question.hash.toLowerCase();
  const placeholder = placeholderOf(key, hash);
  if (placeholder !== null) return bad(`hash of ${placeholder}`, `is the hash of ${placeholder}: there was no value`);
  if (isAnybodyKnown(question.knownValues)) {
    if (isRightHash(question)) return null;
    const known = about(question).mistakes().get(hash);
    if (known !== undefined) return known;
  }
  if (shape.kind === 'broken') return bad(shape.form, shape.words);
  return side === 'server' ? (listedMistakes(key).get(hash) ?? null) : null;
}

function isAnybodyKnown(identity: Identity): boolean {
  for (const _key in identity) return true;
  return false;
}

/** True where a known value, in a form that Meta or one of its libraries makes, gives this hash. */
export function isRightHash(question: HashQuestion): boolean {
  return isAnybodyKnown(question.knownValues) && about(question).right().has(question.hash.toLowerCase());
}

/** True where `hash` is the other hash, hashed once more. */
export function isHashOf(hash: string, other: string): boolean {
  return hashesOfHash(other).includes(hash.toLowerCase());
}

/** Of the hash written in lower case and in upper case. */
const hashesOfHash = remembering((hash) => [sha256(hash.toLowerCase()), sha256(hash.toUpperCase())]);

type Answers = { right(): ReadonlySet<string>; mistakes(): Mistakes };

/** By identity, which is one object for the life of a session; what is remembered are hashes, not values. */
const remembered = new WeakMap<Identity, Record<Side, Map<string, Answers>>>();

function about({ key, side, knownValues: identity }: HashQuestion): Answers {
  const sides = remembered.get(identity) ?? { browser: new Map<string, Answers>(), server: new Map<string, Answers>() };
  remembered.set(identity, sides);
  const known = sides[side].get(key) ?? answersOf({ identity, key, side });
  sides[side].set(key, known);
  return known;
}

/** Worked out when first asked for: two mistakes at once make thousands of hashes. */
function answersOf(field: Field): Answers {
  let right: ReadonlySet<string> | null = null;
  let mistakes: Mistakes | null = null;
  return {
    right: () => (right ??= rightHashes(field)),
    mistakes: () => (mistakes ??= knownMistakes(field)),
  };
}
