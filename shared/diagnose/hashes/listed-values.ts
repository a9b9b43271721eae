/** Genders, countries, US and Canadian states: so few values that their hashes are known without knowing the person. */
import { countryNames } from '../../meta/normalize/countries.ts';
import { genderWords } from '../../meta/normalize/gender.ts';
import type { NameTable } from '../../meta/normalize/name-table.ts';
import { stateNames } from '../../meta/normalize/states.ts';
import { documentedForm, legitimateForms } from '../../meta/normalize.ts';
import { sha256 } from '../../meta/sha256.ts';
import { editsOf } from './edits.ts';
import { type HashExplanation, type Mistakes, notNormalized } from './explanation.ts';
import { fieldWords } from './field-words.ts';

const mistakes = new Map<string, Mistakes>();
const meanings = new Map<string, ReadonlyMap<string, string[]>>();

/** What the usual mistakes make of the listed values before a server hashes them; empty for keys without a list. */
export function listedMistakes(key: string): Mistakes {
  const found = mistakes.get(key) ?? findMistakes(key);
  mistakes.set(key, found);
  return found;
}

/**
 * True where both hashes are forms of one listed value, so that their difference is one between libraries; null where
 * one of them is not of the list.
 */
export function isSameListedValue(key: string, left: string, right: string): boolean | null {
  const index = meanings.get(key) ?? findMeanings(key);
  meanings.set(key, index);
  const [one, other] = [index.get(left.toLowerCase()), index.get(right.toLowerCase())];
  return one && other ? one.some((value) => other.includes(value)) : null;
}

function valuesOf(key: string): readonly string[] {
  if (key === 'ge') return genderWords;
  const none: NameTable = new Map();
  const table = key === 'country' ? countryNames : key === 'st' ? stateNames : none;
  return [...table].flatMap(([code, names]) => [code, ...names]);
}

function findMistakes(key: string): Mistakes {
  const found = new Map<string, HashExplanation>();
  const values = valuesOf(key);
  const right = new Set(values.flatMap((value) => legitimateForms(key, value, 'server').map(sha256)));
  for (const { form, words, make } of values.length === 0 ? [] : editsOf(key)) {
    const explanation = notNormalized(form, `is the hash of a ${fieldWords(key)} ${words}`);
    for (const hash of values.flatMap(make).map(sha256)) {
      if (!right.has(hash) && !found.has(hash)) found.set(hash, explanation);
    }
  }
  return found;
}

/** For each hash of a listed value the documented forms that it may stand for. */
function findMeanings(key: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const value of valuesOf(key)) {
    const documented = documentedForm(key, value) ?? value;
    const typed = [value, value.replace(/(?<=^| )[a-z]/g, (letter) => letter.toUpperCase())];
    for (const form of new Set(typed.flatMap((text) => legitimateForms(key, text)))) {
      const known = found.get(sha256(form)) ?? [];
      if (!known.includes(documented)) found.set(sha256(form), [...known, documented]);
    }
  }
  return found;
}
