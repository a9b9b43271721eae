/** Whether two events tell of one visitor, of two, or of nobody. */
import type { Traits } from './traits.ts';

export type SharedVisitor = { kind: 'fbp' | 'visitor'; value: string };

/** What both tell of the visitor alike, `fbp` before external_id, e-mail and phone; null where that is nothing. */
export function sharedVisitor(one: Traits, other: Traits): SharedVisitor | null {
  if (one.fbp !== null && one.fbp === other.fbp) return { kind: 'fbp', value: one.fbp };
  const external = one.externalIds.find((id) => other.externalIds.includes(id));
  if (external !== undefined) return { kind: 'visitor', value: `external_id:${external}` };
  const contact = one.contacts.find((hash) => other.contacts.includes(hash));
  return contact === undefined ? null : { kind: 'visitor', value: contact };
}

/** Both tell an e-mail, a phone or an external_id, and agree in nothing; hashed and plain external_ids are not compared. */
export function areStrangers(one: Traits, other: Traits): boolean {
  if (sharedVisitor(one, other) !== null) return false;
  const has = (key: 'em' | 'ph') => [one, other].every(({ contacts }) => contacts.some((hash) => hash.startsWith(key)));
  const isHash = (id: string) => /^[0-9a-f]{64}$/.test(id);
  const [left, right] = [one.externalIds[0], other.externalIds[0]];
  const haveIds = left !== undefined && right !== undefined && isHash(left) === isHash(right);
  return haveIds || has('em') || has('ph');
}

/** Both tell who it was, by whatever they have, and agree in nothing: a stranger, or the same person on another device. */
export function areNotSeenAsOne(one: Traits, other: Traits): boolean {
  const haveOtherCookies = one.fbp !== null && other.fbp !== null && one.fbp !== other.fbp;
  return areStrangers(one, other) || (haveOtherCookies && sharedVisitor(one, other) === null);
}
