/** Faults of the hashes in a pair: what each hash is by itself, by the known identity, and by the other copy. */
import type { TrackedEvent } from '../model/event.ts';
import type { Identity } from '../model/identity.ts';
import { type CustomerValues, customerValues, isHashedKey, ownerOf, sentence, valuesOfKey } from './customer-values.ts';
import { explainHash, type HashQuestion, isHashOf } from './hash-forensics.ts';
import { bad, type HashExplanation } from './hashes/explanation.ts';
import { placeholderOf } from './hashes/placeholders.ts';
import { shapeOf } from './hashes/shape.ts';
import type { Hit, PairView } from './rule.ts';

export type HashFault = { event: TrackedEvent; key: string; explanation: HashExplanation };

/** Two rules ask for the same faults, one after the other. */
let last: { view: PairView; faults: HashFault[] } | null = null;

/** One fault for each event and field. */
export function hashFaults(view: PairView): HashFault[] {
  if (last?.view === view) return last.faults;
  const faults = [
    ...view.browser.flatMap((event) => faultsOf(event, view.server, view.session.identity)),
    ...view.server.flatMap((event) => faultsOf(event, view.browser, view.session.identity)),
  ];
  last = { view, faults };
  return faults;
}

function faultsOf(event: TrackedEvent, twins: readonly TrackedEvent[], knownValues: Identity): HashFault[] {
  const faults: HashFault[] = [];
  const all = customerValues(event);
  for (const [key, values] of all) {
    for (const hash of values) {
      const question = { key, hash, side: event.side, knownValues };
      const explanation = faultAlone(question) ?? hashedAgain(question, twins) ?? wrongField(question, all);
      if (explanation === null) continue;
      faults.push({ event, key, explanation });
      break;
    }
  }
  return faults;
}

/** `external_id` may be any text; only a hash of nothing is wrong for sure. */
function faultAlone(question: HashQuestion): HashExplanation | null {
  if (isHashedKey(question.key)) return explainHash(question);
  const word = question.key === 'external_id' ? placeholderOf(question.key, question.hash) : null;
  return word === null ? null : bad(`hash of ${word}`, `is the hash of ${word}: there was no value`);
}

function hashedAgain({ key, hash }: HashQuestion, twins: readonly TrackedEvent[]): HashExplanation | null {
  if (!isHashedKey(key)) return null;
  const isTwice = twins.some((twin) =>
    valuesOfKey(twin, key).some((other) => other !== hash && shapeOf(other).kind === 'hash' && isHashOf(hash, other)),
  );
  return isTwice ? bad('hashed twice', 'is the hash of the other copy’s hash: it was hashed twice') : null;
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

/** Tells the faults of one kind; null where there are none. */
export function tellHashFaults(
  faults: readonly HashFault[],
  texts: { effect: string; fix(key: string): string },
): Hit | null {
  const [first] = faults;
  if (first === undefined) return null;
  const told = [
    ...new Set(faults.map(({ event, key, explanation }) => `${ownerOf(event)} ${key} ${explanation.explanation}`)),
  ];
  const of = (side: TrackedEvent['side']) =>
    faults.flatMap(({ event, key, explanation }) => (event.side === side ? [`${key}: ${explanation.form}`] : []));
  return {
    detail: `${told.map(sentence).join('. ')}. ${texts.effect}`,
    fix: texts.fix(first.key),
    events: [...new Set(faults.map(({ event }) => event))],
    browser: [...new Set(of('browser'))].join(', ') || null,
    server: [...new Set(of('server'))].join(', ') || null,
  };
}
