/**
 * Faults of the customer fields in a pair: what is plain text, and what each hash is by itself, by the known identity,
 * and by the other copy. Three rules read them.
 */
import type { TrackedEvent } from '../model/event.ts';
import type { Identity } from '../model/identity.ts';
import { type CustomerValues, customerValues, isHashedKey, ownerOf, sentence, valuesOfKey } from './customer-values.ts';
import { explainShaped, type HashQuestion, isHashOf } from './hash-forensics.ts';
import { bad, type HashExplanation } from './hashes/explanation.ts';
import { placeholderOf } from './hashes/placeholders.ts';
import { type Shape, shapeOf } from './hashes/shape.ts';
import type { Hit, PairView } from './rule.ts';

type HashFault = { event: TrackedEvent; key: string; explanation: HashExplanation };
/** Text that a person can read, in a field that must be hashed. */
export type PlainField = { event: TrackedEvent; key: string; text: string };

/** Of each event and field at most one of either kind. */
export type FieldFaults = { hashes: readonly HashFault[]; plain: readonly PlainField[] };

/** The rules ask for the same faults, one after the other. */
let last: { view: PairView; faults: FieldFaults } | null = null;

export function fieldFaults(view: PairView): FieldFaults {
  if (last?.view === view) return last.faults;
  const { browser, server, session } = view;
  const faults = faultsOf({ browser, server, identity: session.identity });
  last = { view, faults };
  return faults;
}

type BothSides = Pick<PairView, 'browser' | 'server'> & { identity: Identity };

export function faultsOf({ browser, server, identity }: BothSides): FieldFaults {
  const faults: Faults = { hashes: [], plain: [] };
  const [onServer, onBrowser] = [valuesOn(server), valuesOn(browser)];
  for (const event of browser) addFaultsOf(event, { twins: onServer, identity, faults });
  for (const event of server) addFaultsOf(event, { twins: onBrowser, identity, faults });
  return faults;
}

type Faults = { hashes: HashFault[]; plain: PlainField[] };
type Surroundings = { twins: ValuesByKey; identity: Identity; faults: Faults };

function addFaultsOf(event: TrackedEvent, around: Surroundings): void {
  const all = customerValues(event);
  for (const [key, values] of all) {
    if (isHashedKey(key)) addFaultsOfField({ event, key, all }, values, around);
    else if (key === 'external_id') addIfOfNothing({ event, key, all }, values, around);
  }
}

type Field = { event: TrackedEvent; key: string; all: CustomerValues };

/** The first plain text of the field, and the first faulty hash. */
function addFaultsOfField(field: Field, values: readonly string[], { twins, identity, faults }: Surroundings): void {
  const { event, key, all } = field;
  let [hasPlain, hasFault] = [false, false];
  for (const hash of values) {
    const shape = shapeOf(hash);
    if (shape.kind === 'plain' && !hasPlain) faults.plain.push({ event, key, text: hash });
    hasPlain ||= shape.kind === 'plain';
    if (hasFault) continue;
    const question = { key, hash, side: event.side, knownValues: identity };
    const explanation = faultOfHash(question, shape, twins) ?? wrongField(question, all);
    if (explanation !== null) faults.hashes.push({ event, key, explanation });
    hasFault = explanation !== null;
  }
}

/** `external_id` may be any text; only a hash of nothing is wrong for sure. */
function addIfOfNothing({ event, key }: Field, values: readonly string[], { faults }: Surroundings): void {
  for (const hash of values) {
    const word = placeholderOf(key, hash);
    if (word === null) continue;
    const explanation = bad(`hash of ${word}`, `is the hash of ${word}: there was no value`);
    return void faults.hashes.push({ event, key, explanation });
  }
}

function faultOfHash(question: HashQuestion, shape: Shape, twins: ValuesByKey): HashExplanation | null {
  return shape.kind === 'plain' ? null : (explainShaped(question, shape) ?? hashedAgain(question, twins));
}

function hashedAgain({ key, hash }: HashQuestion, twins: ValuesByKey): HashExplanation | null {
  for (const other of twins(key)) {
    if (other === hash || shapeOf(other).kind !== 'hash' || !isHashOf(hash, other)) continue;
    return bad('hashed twice', 'is the hash of the other copy’s hash: it was hashed twice');
  }
  return null;
}

/** The values of a field on one side, each once: where one id stands for thousands of events they are gathered but once. */
type ValuesByKey = (key: string) => Iterable<string>;

function valuesOn(events: readonly TrackedEvent[]): ValuesByKey {
  const [first] = events;
  if (first === undefined) return () => [];
  if (events.length === 1) return (key) => valuesOfKey(first, key);
  let gathered: Map<string, Set<string>> | null = null;
  return (key) => {
    gathered ??= gather(events);
    return gathered.get(key) ?? [];
  };
}

function gather(events: readonly TrackedEvent[]): Map<string, Set<string>> {
  const gathered = new Map<string, Set<string>>();
  for (const event of events) {
    for (const [key, values] of customerValues(event)) {
      const known = gathered.get(key) ?? new Set();
      for (const value of values) known.add(value);
      gathered.set(key, known);
    }
  }
  return gathered;
}

/** An e-mail address cannot be a phone number or a name; a city may well have the name of its state. */
function wrongField({ key, hash }: HashQuestion, all: CustomerValues): HashExplanation | null {
  if (key !== 'em' && key !== 'ph') return null;
  const other = notContacts.find((each) => each !== key && all.get(each)?.includes(hash));
  return other === undefined
    ? null
    : bad('wrong field', `is the same hash as ${other}: one of them holds the other’s value`);
}

/** Fields that cannot hold the same text as an e-mail address, or as a phone number. */
const notContacts = ['em', 'ph', 'fn', 'ln', 'ct', 'zp', 'db'];

type Kind = { fault: HashExplanation['fault']; effect: string; fix(key: string): string };

/** Tells the faulty hashes of one kind; null where there are none. */
export function tellHashFaults(view: PairView, { fault, effect, fix }: Kind): Hit | null {
  const { hashes } = fieldFaults(view);
  if (hashes.length === 0) return null;
  const faults = hashes.filter(({ explanation }) => explanation.fault === fault);
  const [first] = faults;
  if (first === undefined) return null;
  const told = [
    ...new Set(faults.map(({ event, key, explanation }) => `${ownerOf(event)} ${key} ${explanation.explanation}`)),
  ];
  const of = (side: TrackedEvent['side']) =>
    faults.flatMap(({ event, key, explanation }) => (event.side === side ? [`${key}: ${explanation.form}`] : []));
  return {
    detail: `${told.map(sentence).join('. ')}. ${effect}`,
    fix: fix(first.key),
    events: [...new Set(faults.map(({ event }) => event))],
    browser: [...new Set(of('browser'))].join(', ') || null,
    server: [...new Set(of('server'))].join(', ') || null,
  };
}
