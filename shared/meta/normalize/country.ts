/** Countries before hashing. Meta: the ISO 3166-1 alpha-2 code in lower case. */
import { countryNames } from './countries.ts';
import type { FieldForms } from './field-forms.ts';
import { codeReader, plainLetters } from './name-table.ts';

const readCode = codeReader(countryNames);

export const country: FieldForms = {
  documented: readCode,
  parameterBuilder: readCode,
  /** They take a code only. */
  sdks(raw) {
    const letters = plainLetters(raw);
    return [letters.length === 2 ? letters : null];
  },
  /** `aud` has the first two letters of a name, the gateway's copy the whole name. */
  pixel(raw) {
    const letters = plainLetters(raw);
    return [readCode(raw), letters.slice(0, 2) || null, letters || null];
  },
};
