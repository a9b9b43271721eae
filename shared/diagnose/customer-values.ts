/** The customer fields of an event one by one, by Meta's short keys, wherever on the wire they stand. */
import { stripSuffix } from '../meta/cookies.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../model/event.ts';
import { identityKeyOf } from '../model/identity.ts';
import type { Json } from '../model/json.ts';
import type { PairView } from './rule.ts';

/** Fields that Meta takes hashed only (customer information parameters); `external_id` may be plain. */
export const hashedKeys = ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country'] as const;

const hashed: ReadonlySet<string> = new Set(hashedKeys);

export function isHashedKey(key: string): boolean {
  return hashed.has(key);
}

/** `value` is without a Parameter Builder suffix, and never empty. */
export type CustomerValue = { key: string; value: string };

/**
 * A Pixel call carries a field up to eight times: manual and automatic, in two normalizations, under short keys and
 * aliases. All of them count; the same value under the same key is told once.
 */
export function customerValues(event: TrackedEvent): CustomerValue[] {
  const given = Object.entries(event.userData).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const all = event.side === 'browser' ? [...given, ...groupValues(event)] : given;
  const found = new Map<string, CustomerValue>();
  for (const { name, value } of all) {
    const key = event.side === 'browser' ? (identityKeyOf(name) ?? name) : name;
    const plain = stripSuffix(value);
    if (plain.trim() !== '') found.set(`${key} ${plain}`, { key, value: plain });
  }
  return [...found.values()];
}

export function valuesOfKey(event: TrackedEvent, key: string): string[] {
  return customerValues(event).flatMap((each) => (each.key === key ? [each.value] : []));
}

const group = /^a?ud(?:ff)?\[([^\]]+)\]$/;

function groupValues({ other }: BrowserEvent): { name: string; value: string }[] {
  return Object.entries(other).flatMap(([param, json]) => {
    const name = group.exec(param)?.[1];
    return name === undefined ? [] : textsOf(json).map((value) => ({ name, value }));
  });
}

function textsOf(json: Json): string[] {
  if (Array.isArray(json)) return json.flatMap(textsOf);
  return typeof json === 'string' ? [json] : [];
}

/**
 * The shape of a field as it was typed: A–Z `^`, a–z `*`, digits `#`, other scripts `~`, the rest as it is. Meta's
 * script sends it as `cud`; null where the call has none.
 */
export function shapeOfField({ other }: BrowserEvent, key: string): string | null {
  for (const [param, json] of Object.entries(other)) {
    const name = /^cud(?:ff)?\[([^\]]+)\]$/.exec(param)?.[1];
    if (name !== undefined && typeof json === 'string' && (identityKeyOf(name) ?? name) === key) return json.trim();
  }
  return null;
}

/** The first copy of each side, where both stand for the same single action: only then may their fields be compared. */
export function comparableCopies({ pair, browser, server }: PairView): Copies | null {
  const [left, right] = [browser[0], server[0]];
  return left && right && pair.actions === 1 ? { browser: left, server: right } : null;
}

export type Copies = { browser: BrowserEvent; server: ServerEvent };

/** `the Pixel’s` or `the server’s`. */
export function ownerOf({ side }: TrackedEvent): string {
  return side === 'browser' ? 'the Pixel’s' : 'the server’s';
}

/** A sentence begins with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
