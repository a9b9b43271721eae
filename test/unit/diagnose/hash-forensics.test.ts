/** Each usual mistake before hashing is found from its hash, named, and told without the value. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { explainHash, isHashOf, isRightHash } from '../../../shared/diagnose/hash-forensics.ts';
import { isSameListedValue } from '../../../shared/diagnose/hashes/listed-values.ts';
import { type Identity, noIdentity } from '../../../shared/model/identity.ts';
import { hasMaterial, materialJson } from '../../support/material.ts';

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const sha256 = (text: string) => digest('sha256', text);

const person: Identity = {
  em: ['Ada.Brandt+shop@Gmail.com'],
  ph: ['+49 170 1234567'],
  fn: ['Jörg'],
  ln: ["O'Neil-Groß"],
  db: ['1987-03-09'],
  ge: ['female'],
  ct: ['Bad Wörishofen'],
  zp: ['01067'],
  country: ['Germany'],
  external_id: ['Kunde 77'],
};

const ask = (key: string, hash: string, knownValues = person) =>
  explainHash({ key, hash, side: 'server', knownValues });

/** Key, what was hashed, and the form that must be told. */
const mistakes: [string, string, string][] = [
  ['em', 'ADA.BRANDT+SHOP@GMAIL.COM', 'upper case'],
  ['em', 'Ada.Brandt+shop@Gmail.com', 'upper case'],
  ['em', ' ada.brandt+shop@gmail.com', 'white space'],
  ['em', 'ada.brandt+shop@gmail.com\n', 'white space'],
  ['em', 'adabrandt+shop@gmail.com', 'dots removed'],
  ['em', 'ada.brandt@gmail.com', '+ tag removed'],
  ['em', 'adabrandt@gmail.com', 'dots removed and + tag removed'],
  ['em', 'ada.brandt shop@gmail.com', '+ as space'],
  ['em', 'ada.brandt%2Bshop%40gmail.com', 'still encoded'],
  ['em', '"ada.brandt+shop@gmail.com"', 'quotes around it'],
  ['em', 'ada.brandt+shop@googlemail.com', 'other gmail domain'],
  ['em', ' ADA.BRANDT+SHOP@GMAIL.COM', 'upper case and white space'],
  ['ph', '+491701234567', '+ kept'],
  ['ph', '00491701234567', 'leading zeros'],
  ['ph', '1701234567', 'country code missing'],
  ['ph', '01701234567', 'trunk prefix'],
  ['ph', '49491701234567', 'country code twice'],
  ['ph', '+4901701234567', 'trunk prefix after the country code and + kept'],
  ['ph', '+49 170 1234567', 'inner spaces and + kept'],
  ['fn', 'Jörg', 'upper case'],
  ['fn', 'jorg', 'accents dropped'],
  ['fn', 'joerg', 'umlauts written out'],
  ['fn', 'jörg'.normalize('NFD'), 'decomposed accents'],
  ['fn', 'jÃ¶rg', 'broken encoding'],
  ['fn', 'j?rg', 'broken encoding'],
  ['ln', 'oneilgross', 'accents dropped'],
  ['ln', 'o&#39;neil-groß', 'still encoded'],
  ['ln', "O'Neil-Groß", 'upper case'],
  ['ct', 'Bad Wörishofen', 'upper case'],
  ['ct', 'bad wörishofen', 'inner spaces'],
  ['ct', 'badwoerishofen', 'umlauts written out'],
  ['zp', '1067', 'leading zeros lost'],
  ['country', 'DE', 'upper case'],
  ['country', 'germany', 'a name for the code'],
  ['country', 'Germany', 'a name for the code'],
  ['db', '09.03.1987', 'another date format'],
  ['db', '09031987', 'another date format'],
  ['db', '1987-03-09', 'another date format'],
  ['ge', 'FEMALE', 'upper case'],
  ['external_id', 'KUNDE 77', 'upper case'],
];

describe('a hash that a mistake made of a known value', () => {
  it.each(mistakes)('%s of %j is told as: %s', (key, text, form) => {
    const found = ask(key, sha256(text));
    expect([found?.form, found?.fault]).toEqual([form, 'not-normalized']);
  });

  it.each([
    ['em', 'ph', '491701234567', 'phone number'],
    ['fn', 'ln', 'oneilgroß', 'last name'],
  ])('%s that holds the %s is told as the wrong field', (key, _, text, words) => {
    expect(ask(key, sha256(text))).toMatchObject({ form: 'wrong field', fault: 'bad' });
    expect(ask(key, sha256(text))?.explanation).toContain(words);
  });

  it('first and last name under one key are told as the wrong field', () => {
    expect(ask('fn', sha256("Jörg O'Neil-Groß"))?.form).toBe('wrong field');
  });

  const right = 'ada.brandt+shop@gmail.com';
  it.each([
    ['hashed twice', sha256(sha256(right))],
    ['hashed twice', sha256(sha256(right).toUpperCase())],
    ['hashed twice', sha256(digest('md5', right))],
    ['MD5', digest('md5', right)],
    ['SHA-1', digest('sha1', right)],
  ])('the right value %s is told so', (form, hash) => {
    expect(ask('em', hash)).toMatchObject({ form, fault: 'bad' });
  });

  it('no explanation holds a known value or a part of one', () => {
    const values = Object.values(person).flat();
    const parts = values
      .flatMap((value) => value.toLowerCase().split(/[^\p{L}\d]+/u))
      .filter((part) => part.length > 3);
    // A word for a gender is also a word of ours.
    const told = mistakes.map(([key, text]) => JSON.stringify(ask(key, sha256(text))).toLowerCase());
    for (const part of parts.filter((each) => each !== 'gmail'))
      for (const text of told) expect(text).not.toContain(part);
  });
});

describe('a hash that is right', () => {
  it.each([
    ['em', 'ada.brandt+shop@gmail.com'],
    ['ph', '491701234567'],
    ['fn', 'jörg'],
    ['ln', 'oneilgroß'],
    ['ln', "o'neil-groß"],
    ['ct', 'badwrishofen'],
    ['ct', 'badwörishofen'],
    ['zp', '01067'],
    ['country', 'de'],
    ['db', '19870309'],
    ['ge', 'f'],
    ['external_id', 'kunde77'],
  ])('%s of %j is explained by nothing', (key, text) => {
    const question = { key, hash: sha256(text), side: 'server', knownValues: person } as const;
    expect([isRightHash(question), explainHash(question)]).toEqual([true, null]);
  });

  it('of a number that the tester wrote without country code has any country code', () => {
    const knownValues: Identity = { ph: ['0170 1234567'] };
    expect(isRightHash({ key: 'ph', hash: sha256('491701234567'), side: 'server', knownValues })).toBe(true);
    expect(isRightHash({ key: 'ph', hash: sha256('491701234568'), side: 'server', knownValues })).toBe(false);
  });

  it('on the browser’s side is also what only the script makes of it', () => {
    const typed = { key: 'ge', hash: sha256('Female'), knownValues: { ge: ['Female'] } };
    expect(isRightHash({ ...typed, side: 'browser' })).toBe(true);
    expect(isRightHash({ ...typed, side: 'server' })).toBe(false);
  });
});

describe('without a known person', () => {
  const nobody = (key: string, hash: string) => explainHash({ key, hash, side: 'server', knownValues: noIdentity });

  it.each(['', 'null', 'NULL', 'undefined', 'NaN', 'None', 'n/a', '[object Object]'])(
    'the hash of %j is found',
    (text) => {
      for (const hash of [sha256(text), sha256(sha256(text)), digest('md5', text), digest('sha1', text)]) {
        expect(nobody('em', hash)?.fault).toBe('bad');
      }
    },
  );

  it.skipIf(!hasMaterial)('every constant that is known as a sign of a fault is found', () => {
    type Constants = { known_hash_constants: { meaning: string; sha256?: string; md5?: string }[] };
    const { known_hash_constants } = materialJson<Constants>('facts/vectors/pii_docs_vectors.json');
    // Letters and “test” are values that somebody can have.
    const faults = known_hash_constants.filter(({ meaning }) => !/"(?:m|f|test)"/.test(meaning));
    expect(faults.length).toBeGreaterThan(5);
    expect(faults.filter((each) => nobody('em', each.sha256 ?? each.md5 ?? '') === null)).toEqual([]);
  });

  it('a first name Nan is a name', () => {
    expect(nobody('fn', sha256('nan'))).toBeNull();
  });

  it.each([
    ['MD5', digest('md5', 'x')],
    ['SHA-1', digest('sha1', 'x')],
    ['SHA-512', digest('sha512', 'x')],
    ['Base64', createHash('sha256').update('x').digest('base64')],
    ['wrong length', sha256('x').slice(1)],
    ['something around the hash', ` ${sha256('x')}`],
  ])('%s is told by its looks', (form, hash) => {
    expect(nobody('em', hash)).toMatchObject({ form, fault: 'bad' });
  });

  it.each([
    ['country', 'DE', 'upper case'],
    ['country', 'United States', 'a name for the code'],
    ['st', 'CA', 'upper case'],
    ['ge', 'Female', 'upper case'],
  ])('a server’s hash of %s %j is found in the list of all', (key, text, form) => {
    expect(nobody(key, sha256(text))).toMatchObject({ form, fault: 'not-normalized' });
  });

  it.each([
    ['country', 'na'],
    ['country', 'de'],
    ['st', 'california'],
    ['ge', 'f'],
    ['em', 'somebody@mail.example'],
  ])('a right or unknown hash of %s is not explained', (key, text) => {
    expect(nobody(key, sha256(text))).toBeNull();
  });

  it('a hash of the other side’s hash is known as hashed twice', () => {
    expect([isHashOf(sha256(sha256('x')), sha256('x')), isHashOf(sha256('y'), sha256('x'))]).toEqual([true, false]);
  });

  it('forms of one listed value are the same, of two are not, and others are unknown', () => {
    const compare = (key: string, left: string, right: string) => isSameListedValue(key, sha256(left), sha256(right));
    expect(compare('country', 'us', 'unitedstates')).toBe(true);
    expect(compare('st', 'ca', 'california')).toBe(true);
    expect(compare('ge', 'Female', 'f')).toBe(true);
    expect(compare('country', 'us', 'de')).toBe(false);
    expect(compare('country', 'us', 'atlantis')).toBeNull();
    expect(compare('em', 'a', 'b')).toBeNull();
  });
});
