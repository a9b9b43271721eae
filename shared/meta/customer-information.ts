/** Meta's customer information parameters: which keys exist, and which combinations are too little to match on. */
import type { ServerEvent } from '../model/event.ts';

/** Combinations that Graph refuses with 2804050 (Meta, customer information parameters). */
const insufficient: readonly (readonly string[])[] = [
  ['ct', 'country', 'st', 'zp', 'ge', 'client_user_agent'],
  ['db', 'client_user_agent'],
  ['fn', 'ge'],
  ['ln', 'ge'],
];

/** The customer information keys that carry a value, by their names on the wire. */
export function matchKeysOf(event: Pick<ServerEvent, 'userData' | 'ip' | 'userAgent' | 'fbp' | 'fbc'>): string[] {
  const keys = Object.entries(event.userData).flatMap(([key, values]) => (values.length > 0 ? [key] : []));
  if (event.ip !== null) keys.push('client_ip_address');
  if (event.userAgent !== null) keys.push('client_user_agent');
  if (event.fbp !== null) keys.push('fbp');
  if (event.fbc !== null) keys.push('fbc');
  return keys;
}

/** True where Meta takes the event as one by which it could find a person. */
export function hasEnoughKeys(event: ServerEvent): boolean {
  // In no combination that Meta refuses.
  if (event.ip !== null || event.fbp !== null || event.fbc !== null) return true;
  return !isInsufficient(matchKeysOf(event));
}

/** True where the keys are none, or only a combination that Meta refuses as insufficient. */
export function isInsufficient(keys: readonly string[]): boolean {
  return insufficient.some((combination) => keys.every((key) => combination.includes(key)));
}
