/** Cities before hashing. Meta: lower case a–z, no punctuation, no spaces; other scripts in UTF-8. */
import { type FieldForms, punctuation } from './field-forms.ts';

/** Letters of any script. */
function letters(raw: string): string | null {
  return (
    raw
      .toLowerCase()
      .replace(punctuation, '')
      .replace(/[\s\d]/g, '') || null
  );
}

/** What is left of a name when only a–z stay. */
function latin(raw: string): string | null {
  return raw.toLowerCase().replace(/[^a-z]/g, '') || null;
}

export const city: FieldForms = {
  documented: (raw) => letters(raw),
  /** Digits stay, except at the front, where they spoil the whole value. */
  parameterBuilder(raw) {
    const kept = raw.toLowerCase().replace(/[^a-z0-9]/g, '');
    return /^[a-z]/.test(kept) ? kept : null;
  },
  /** They keep é and ü; PHP also keeps an apostrophe or a comma. */
  sdks: (raw) => [letters(raw), raw.toLowerCase().replace(/[0-9.\s\-()]/g, '') || null],
  pixel: (raw) => [latin(raw)],
};
