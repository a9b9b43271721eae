/** Faults of the hashes in a pair: what each hash is by itself, by the known identity, and by the other copy. */
import type { TrackedEvent } from '../model/event.ts';
import { type CustomerValue, customerValues, isHashedKey, ownerOf, sentence } from './customer-values.ts';
import { explainHash, isHashOf } from './hash-forensics.ts';
import { bad, type HashExplanation } from './hashes/explanation.ts';
import { placeholderOf } from './hashes/placeholders.ts';
import { shapeOf } from './hashes/shape.ts';
import type { Hit, PairView } from './rule.ts';

export type HashFault = { event: TrackedEvent; key: string; explanation: HashExplanation };

/** One fault for each event and field. */
export function hashFaults(view: PairView): HashFault[] {
  const all = [...view.browser, ...view.server].map((event) => ({ event, values: customerValues(event) }));
  return all.flatMap(({ event, values }) => {
    const others = all.flatMap((each) => (each.event.side === event.side ? [] : each.values));
    const found = new Map<string, HashFault>();
    for (const value of values) {
      const explanation = faultOf({ view, event, value, values, others });
      if (explanation !== null && !found.has(value.key)) found.set(value.key, { event, key: value.key, explanation });
    }
    return [...found.values()];
  });
}

type Suspect = {
  view: PairView;
  event: TrackedEvent;
  value: CustomerValue;
  /** All fields of the same event, and those of the other side's copies. */
  values: readonly CustomerValue[];
  others: readonly CustomerValue[];
};

function faultOf({ view, event, value: { key, value }, values, others }: Suspect): HashExplanation | null {
  if (key === 'external_id') {
    const word = placeholderOf(key, value);
    return word === null ? null : bad(`hash of ${word}`, `is the hash of ${word}: there was no value`);
  }
  if (!isHashedKey(key)) return null;
  const explained = explainHash({ key, hash: value, side: event.side, knownValues: view.session.identity });
  if (explained !== null) return explained;
  const twins = others.filter((other) => other.key === key && shapeOf(other.value).kind === 'hash');
  if (twins.some((twin) => isHashOf(value, twin.value))) {
    return bad('hashed twice', 'is the hash of the other copy’s hash: it was hashed twice');
  }
  return wrongField(key, value, values);
}

/** An e-mail address cannot be a phone number or a name; a city may well have the name of its state. */
function wrongField(key: string, value: string, values: readonly CustomerValue[]): HashExplanation | null {
  if (key !== 'em' && key !== 'ph') return null;
  const twice = values.find((other) => other.value === value && other.key !== key && isHashedKey(other.key));
  return twice === undefined
    ? null
    : bad('wrong field', `is the same hash as ${twice.key}: one of them holds the other’s value`);
}

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
