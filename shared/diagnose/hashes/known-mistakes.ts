/** All hashes that the usual mistakes make of the tester's known values, each with its explanation. */
import { md5 } from '../../meta/md5.ts';
import { callingCodeList, isInternational } from '../../meta/normalize/phone.ts';
import { documentedForm, legitimateForms } from '../../meta/normalize.ts';
import { sha1 } from '../../meta/sha1.ts';
import { sha256 } from '../../meta/sha256.ts';
import type { Side } from '../../model/event.ts';
import { type Identity, identityKeys } from '../../model/identity.ts';
import type { Edit } from './edit.ts';
import { editsOf } from './edits.ts';
import { bad, type HashExplanation, type Mistakes, notNormalized } from './explanation.ts';
import { fieldWords } from './field-words.ts';

export type Field = { identity: Identity; key: string; side: Side };

/** Hashes that are right for a known value on this side. */
export function rightHashes({ identity, key, side }: Field): ReadonlySet<string> {
  const forms = valuesOf(identity, key).flatMap((raw) => [
    ...legitimateForms(key, raw, side),
    ...withCallingCodes(key, raw),
  ]);
  return new Set(forms.map(sha256));
}

/** The first explanation of a hash stands: one mistake before two, the person's own field before another. */
export function knownMistakes(field: Field): Mistakes {
  const { identity, key } = field;
  const found = new Map<string, HashExplanation>();
  const add: Add = (text, explanation) => {
    const hash = sha256(text);
    if (!found.has(hash)) found.set(hash, explanation);
  };
  const values = valuesOf(identity, key);
  for (const raw of values) {
    for (const text of formsOf(key, raw)) for (const made of edited(key, { text, edits: [] })) tell(add, key, made);
    for (const typed of [raw, raw.trim(), raw.trim().toLowerCase()]) add(typed, asTyped(key, typed));
    addTwice(add, key, raw);
    for (const [hash, explanation] of otherAlgorithms(key, raw)) found.set(hash, explanation);
  }
  addOtherFields(add, field);
  for (const raw of values) for (const made of editedTwice(key, raw)) tell(add, key, made);
  return found;
}

type Add = (text: string, explanation: HashExplanation) => void;
type Edited = { text: string; edits: readonly Edit[] };

function valuesOf(identity: Identity, key: string): readonly string[] {
  const known = identityKeys.find((each) => each === key);
  return known === undefined ? [] : (identity[known] ?? []);
}

/** A number that the tester wrote without country code is right with any. */
function withCallingCodes(key: string, raw: string): string[] {
  const number = key === 'ph' && !isInternational(raw) ? documentedForm('ph', raw) : null;
  return number === null ? [] : callingCodeList.map((code) => code + number);
}

function formsOf(key: string, raw: string): Set<string> {
  return new Set([...legitimateForms(key, raw), raw.trim().toLowerCase()]);
}

/** The text with one mistake more, each kind but once. */
function* edited(key: string, { text, edits }: Edited): Generator<Edited> {
  for (const edit of editsOf(key)) {
    if (edits.includes(edit)) continue;
    for (const wrong of edit.make(text)) if (wrong !== text) yield { text: wrong, edits: [...edits, edit] };
  }
}

function* editedTwice(key: string, raw: string): Generator<Edited> {
  for (const text of formsOf(key, raw)) for (const once of edited(key, { text, edits: [] })) yield* edited(key, once);
}

function tell(add: Add, key: string, { text, edits }: Edited): void {
  const forms = edits.map(({ form }) => form).join(' and ');
  const words = edits.map((edit) => edit.words).join(' and ');
  add(text, notNormalized(forms, `is the hash of the known ${fieldWords(key)} ${words}`));
}

/** The value as the tester wrote it, where no single mistake makes it: tells what normalization would have taken away. */
function asTyped(key: string, raw: string): HashExplanation {
  const differences = [
    raw !== raw.toLowerCase() && 'upper case',
    raw !== raw.trim() && 'white space',
    /\S\s+\S/.test(raw) && 'inner spaces',
    /^\s*\+/.test(raw) && '+ kept',
    key !== 'em' && /[().,'/-]/.test(raw) && 'punctuation',
  ].filter((difference) => difference !== false);
  const form = differences.join(' and ') || 'as typed';
  const what = differences.length === 0 ? '' : ` (${differences.join(', ')})`;
  return notNormalized(form, `is the hash of the known ${fieldWords(key)} as it was typed${what}`);
}

function addTwice(add: Add, key: string, raw: string): void {
  const name = `the known ${fieldWords(key)}`;
  for (const text of new Set([...legitimateForms(key, raw), raw])) {
    const hash = sha256(text);
    for (const again of [hash, hash.toUpperCase()]) add(again, bad('hashed twice', `is ${name}, hashed twice`));
    for (const [form, other] of [['MD5', md5(text)] as const, ['SHA-1', sha1(text)] as const]) {
      add(other, bad('hashed twice', `is ${name}, hashed with ${form} and then once more with SHA-256`));
    }
  }
}

function otherAlgorithms(key: string, raw: string): [string, HashExplanation][] {
  const of = (form: string) =>
    bad(form, `is the ${form} hash of the known ${fieldWords(key)}, where Meta asks for SHA-256`);
  return [...new Set([...legitimateForms(key, raw), raw])].flatMap((text): [string, HashExplanation][] => [
    [md5(text), of('MD5')],
    [sha1(text), of('SHA-1')],
  ]);
}

/** Another field's value under this key, and first and last name as one. */
function addOtherFields(add: Add, { identity, key, side }: Field): void {
  for (const other of identityKeys) {
    if (other === key || key === 'external_id') continue; // an e-mail may well serve as the site's id
    const words = `is the hash of the known ${fieldWords(other)}, and stands under ${key}`;
    const values = valuesOf(identity, other);
    const forms = values.flatMap((raw) => [...legitimateForms(other, raw, side), raw.trim().toLowerCase()]);
    for (const form of forms) add(form, bad('wrong field', words));
  }
  if (key !== 'fn' && key !== 'ln') return;
  const words = `is the hash of first and last name together, and stands under ${key}`;
  for (const form of wholeNames(identity)) add(form, bad('wrong field', words));
}

function wholeNames(identity: Identity): string[] {
  const pairs = valuesOf(identity, 'fn').flatMap((first) =>
    valuesOf(identity, 'ln').map((last) => [first, last] as const),
  );
  const names = pairs.flatMap(([first, last]) => [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`]);
  return names.flatMap((name) => [name, name.toLowerCase(), ...legitimateForms('fn', name)]);
}
