/** Which values tell who somebody is, and what is shown in their place: enough to compare, too little to use. */
import { visitorMask } from '../report/mask.ts';
import type { FieldComparison } from './rows.ts';

/** Of a compared field: match keys as a report masks them, other values where a customer's data stands in them. */
export function maskedValue({ group }: Pick<FieldComparison, 'group'>, value: string): string {
  if (group !== 'match keys') return visitorMask.text(value);
  return value.split(', ').map(maskedKey).join(', ');
}

function maskedKey(value: string): string {
  if (/^fb\.\d/.test(value)) return visitorMask.cookie(value) ?? '…';
  if (/^[\d.]+$|^[\da-f:]+:[\da-f:.]*$/i.test(value)) return visitorMask.text(value);
  return visitorMask.customer(value);
}

/** Of a whole request or answer. */
export function maskedText(text: string): string {
  return visitorMask.text(visitorMask.plain(text));
}
