/** The site's own id of a person before hashing. Meta asks for no normalization, and does not demand the hash. */
import { type FieldForms, trimmedLower } from './field-forms.ts';

export const externalId: FieldForms = {
  documented: (raw) => raw.trim() || null,
  parameterBuilder: (raw) => raw.toLowerCase().replace(/\s/g, '') || null,
  /** As it is given. */
  sdks: (raw) => [raw || null, trimmedLower(raw)],
  pixel: (raw) => [trimmedLower(raw), raw || null],
};
