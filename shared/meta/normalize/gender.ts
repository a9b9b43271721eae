/** Gender before hashing. Meta: `f` or `m`; Parameter Builder knows many words for both. */
import { type FieldForms, trimmedLower } from './field-forms.ts';

const male = new Set(
  (
    'm male man boy gentleman sir mister mr he him his himself son father dad daddy papa uncle nephew brother husband ' +
    'boyfriend groom bridegroom widower king prince duke count emperor god lord lad guy fellow chap bloke dude'
  ).split(' '),
);
const female = new Set(
  (
    "f female woman girl lady madam ma'am miss ms mrs she her hers herself daughter mother mom mama mommy aunt niece " +
    'sister wife girlfriend bride widow queen princess duchess countess empress goddess maiden lass gal chick dame belle'
  ).split(' '),
);

export const genderWords: readonly string[] = [...male, ...female];

function letter(raw: string): string | null {
  const word = raw.trim().toLowerCase();
  return male.has(word) ? 'm' : female.has(word) ? 'f' : null;
}

export const gender: FieldForms = {
  documented: letter,
  parameterBuilder: letter,
  sdks: (raw) => [trimmedLower(raw)],
  /** The script hashes what was typed; its gateway copy has the letter. */
  pixel: (raw) => [letter(raw), raw || null],
};
