/** States and provinces before hashing. Meta: the two-letter code in lower case. */
import type { FieldForms } from './field-forms.ts';
import { codeReader, plainLetters } from './name-table.ts';
import { stateNames } from './states.ts';

const readCode = codeReader(stateNames);
const whole = (raw: string) => plainLetters(raw) || null;

export const state: FieldForms = {
  /** Outside the US and Canada Meta gives no codes: the name in lower case without spaces and punctuation. */
  documented(raw) {
    const code = readCode(raw);
    return code !== null && stateNames.has(code) ? code : whole(raw);
  },
  parameterBuilder: readCode,
  /** SDKs and the WooCommerce plugin keep the whole name, a–z only. */
  sdks: (raw) => [whole(raw)],
  /** The gateway's copy has the whole name. */
  pixel: (raw) => [readCode(raw), whole(raw)],
};
