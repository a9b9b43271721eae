/**
 * Which texts may stand behind the hash of a customer field. Meta documents one form; its own SDKs, plugins,
 * Parameter Builder and script disagree in places, and what any of them makes is right.
 */
import type { Side } from '../model/event.ts';
import { birthDate, birthYear, numberUpTo } from './normalize/birth-date.ts';
import { city } from './normalize/city.ts';
import { country } from './normalize/country.ts';
import { email } from './normalize/email.ts';
import { externalId } from './normalize/external-id.ts';
import { type FieldForms, isHashed, trimmedLower } from './normalize/field-forms.ts';
import { gender } from './normalize/gender.ts';
import { firstLetters, personName } from './normalize/names.ts';
import { phone } from './normalize/phone.ts';
import { postalCode } from './normalize/postal-code.ts';
import { state } from './normalize/state.ts';

/** The SDKs' default for keys that they do not know. */
const plain: FieldForms = {
  documented: trimmedLower,
  parameterBuilder: trimmedLower,
  sdks: () => [],
  pixel: () => [],
};

const fields: ReadonlyMap<string, FieldForms> = new Map([
  ['em', email],
  ['ph', phone],
  ['fn', personName],
  ['ln', personName],
  ['db', birthDate],
  ['ge', gender],
  ['ct', city],
  ['st', state],
  ['zp', postalCode],
  ['country', country],
  ['cn', country], // the WooCommerce plugin's name for it in Pixel calls
  ['external_id', externalId],
  ['f5first', firstLetters(5)],
  ['f5last', firstLetters(5)],
  ['fi', firstLetters(1)],
  ['dobd', numberUpTo(31)],
  ['dobm', numberUpTo(12)],
  ['doby', birthYear],
]);

/** The form that Meta documents; null where the value has none. A hash is passed on as it is. */
export function documentedForm(key: string, raw: string): string | null {
  return isHashed(raw.trim()) ? raw.trim() : fieldOf(key).documented(raw);
}

/** What Meta's Parameter Builder makes of it; null where it sends nothing. */
export function parameterBuilderForm(key: string, raw: string): string | null {
  return isHashed(raw.trim()) ? raw.trim() : fieldOf(key).parameterBuilder(raw);
}

/**
 * Every text whose hash is right for this value, the documented one first: by Meta's documents, Parameter Builder,
 * SDKs and, but for a server event, Meta's script. Empty where nothing of it may be sent.
 */
export function legitimateForms(key: string, rawValue: string, side?: Side): string[] {
  if (isHashed(rawValue.trim())) return [rawValue.trim()];
  const { documented, parameterBuilder, sdks, pixel } = fieldOf(key);
  const script = side === 'server' ? [] : pixel(rawValue);
  const all = [documented(rawValue), parameterBuilder(rawValue), ...sdks(rawValue), ...script];
  return [...new Set(all.filter((form) => form !== null))];
}

function fieldOf(key: string): FieldForms {
  return fields.get(key) ?? plain;
}
