/** First and last names before hashing. Meta: lower case, no punctuation, letters of any script in UTF-8. */
import { type FieldForms, punctuation, trimmedLower } from './field-forms.ts';

function letters(raw: string): string | null {
  return raw.toLowerCase().replace(punctuation, '').replace(/\s/g, '') || null;
}

export const personName: FieldForms = {
  documented: letters,
  parameterBuilder: letters,
  /** The SDKs' default: only trimmed, so that a hyphen or a space inside stays. */
  sdks: (raw) => [trimmedLower(raw)],
  pixel: (raw) => [letters(raw)],
};

/** `f5first`, `f5last` and `fi`: the first letters of a name. */
export function firstLetters(count: number): FieldForms {
  const cut = (raw: string) => trimmedLower(raw)?.slice(0, count) ?? null;
  return { documented: cut, parameterBuilder: cut, sdks: () => [], pixel: () => [] };
}
