/** The customer fields of an event one by one, by Meta's short keys, wherever on the wire they stand. */
import { stripSuffix } from '../meta/cookies.ts';
import { remembering } from '../meta/remembered.ts';
import type { BrowserEvent, TrackedEvent } from '../model/event.ts';
import { identityKeyOf } from '../model/identity.ts';
import type { Json } from '../model/json.ts';
import type { Copies, PairView } from './rule.ts';

/** Fields that Meta takes hashed only (customer information parameters); `external_id` may be plain. */
export const hashedKeys = ['em', 'ph', 'fn', 'ln', 'db', 'ge', 'ct', 'st', 'zp', 'country'] as const;

const hashed: ReadonlySet<string> = new Set(hashedKeys);

export function isHashedKey(key: string): boolean {
  return hashed.has(key);
}

/** By Meta's short keys: the values without Parameter Builder suffixes, never empty, each once. */
export type CustomerValues = ReadonlyMap<string, readonly string[]>;

/** Several rules look at one event after the other; more than the last of each side is not kept. */
const last: { browser: Remembered | null; server: Remembered | null } = { browser: null, server: null };
type Remembered = { event: TrackedEvent; values: CustomerValues };

/**
 * A Pixel call carries a field up to eight times: manual and automatic, in two normalizations, under short keys and
 * aliases. All of them count.
 */
export function customerValues(event: TrackedEvent): CustomerValues {
  const known = last[event.side];
  if (known?.event === event) return known.values;
  const values = readValues(event);
  last[event.side] = { event, values };
  return values;
}

export function valuesOfKey(event: TrackedEvent, key: string): readonly string[] {
  return customerValues(event).get(key) ?? [];
}

function readValues(event: TrackedEvent): CustomerValues {
  const found = new Map<string, string[]>();
  const add = (key: string, value: string) => {
    const plain = stripSuffix(value);
    if (plain.trim() === '') return;
    const values = found.get(key);
    if (values === undefined) found.set(key, [plain]);
    else if (!values.includes(plain)) values.push(plain);
  };
  const isBrowser = event.side === 'browser';
  for (const name in event.userData) {
    const key = isBrowser ? shortKey(name) : name;
    for (const value of event.userData[name] ?? []) add(key, value);
  }
  if (isBrowser) addGroups(event, add);
  return found;
}

const group = /^a?ud(?:ff)?\[([^\]]+)\]$/;

function addGroups({ other }: BrowserEvent, add: (key: string, value: string) => void): void {
  for (const param in other) {
    const key = groupKey(param);
    if (key !== '') for (const value of textsOf(other[param] ?? null)) add(key, value);
  }
}

const shortKey = remembering((name) => identityKeyOf(name) ?? name);

/** The short key that a parameter such as `ud[email]` holds; empty for all others. */
const groupKey = remembering((param) => {
  const name = group.exec(param)?.[1];
  return name === undefined ? '' : shortKey(name);
});

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
    if (name !== undefined && typeof json === 'string' && shortKey(name) === key) return json.trim();
  }
  return null;
}

/** The first copy of each side, where both stand for the same single action: only then may their fields be compared. */
export function comparableCopies({ pair, copies }: PairView): Copies | null {
  return pair.actions === 1 ? copies : null;
}

/** `the Pixel’s` or `the server’s`. */
export function ownerOf({ side }: TrackedEvent): string {
  return side === 'browser' ? 'the Pixel’s' : 'the server’s';
}

/** A sentence begins with a capital letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
