/** E-mail addresses before hashing. Meta: trim, lower case. */
import { type FieldForms, trimmedLower } from './field-forms.ts';

const atom = "[\\w!#$%&'*+/=?^`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const strict = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+${label}$`);

export const email: FieldForms = {
  documented(raw) {
    const text = trimmedLower(raw);
    return text !== null && /^[^\s@]+@[^\s@]+$/.test(text) ? text : null;
  },
  parameterBuilder(raw) {
    const text = trimmedLower(raw);
    return text !== null && strict.test(text) ? text : null;
  },
  /** PHP drops characters that an address cannot have. */
  sdks(raw) {
    const text = raw.toLowerCase().replace(/[^a-z0-9!#$%&'*+=?^_`{|}~@.[\]-]/g, '');
    return [strict.test(text) ? text : null];
  },
  /** Meta's module AddGmailSuffixToEmail: a value without @ becomes an address at gmail.com. */
  pixel(raw) {
    const text = trimmedLower(raw);
    return text === null || text.includes('@') ? [] : [`${text}@gmail.com`];
  },
};
