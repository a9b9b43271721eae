/** What is amiss with single fields of the two copies, and how each should look: for a view that shows field by field. */
import { type CookieValue, readFbc, readFbp } from '../meta/cookies.ts';
import type { Side, TrackedEvent } from '../model/event.ts';
import type { Identity } from '../model/identity.ts';
import { faultsOf } from './field-faults.ts';
import { cookieFault } from './malformed-cookie.ts';
import { normalizationAdvice } from './normalization-advice.ts';

/** `fault`: malformed or not normalized, in a few words. `advice`: how it should look, in one sentence. */
export type FieldNote = { field: string; side: Side; fault: string; advice: string };

const cookies: { name: 'fbp' | 'fbc'; read(value: string): CookieValue; advice: string }[] = [
  {
    name: 'fbp',
    read: readFbp,
    advice: 'Send the _fbp cookie as it is: fb.<domain depth>.<time in ms>.<random number>.',
  },
  { name: 'fbc', read: readFbc, advice: 'Send the _fbc cookie as it is: fb.<domain depth>.<time in ms>.<fbclid>.' },
];

/** At most one note for each field and side. `identity`: the tester's known values. */
export function fieldNotes(events: readonly TrackedEvent[], identity: Identity): FieldNote[] {
  const browser = events.filter((event) => event.side === 'browser');
  const server = events.filter((event) => event.side === 'server');
  const { hashes, plain } = faultsOf({ browser, server, identity });
  const notes: FieldNote[] = [
    ...plain.map(({ event, key }) => ({
      field: key,
      side: event.side,
      fault: 'plain text, not hashed',
      advice: normalizationAdvice(key),
    })),
    ...hashes.map(({ event, key, explanation }) => ({
      field: key,
      side: event.side,
      fault: explanation.form,
      advice: normalizationAdvice(key),
    })),
    ...events.flatMap(cookieNotes),
  ];
  return [...new Map(notes.toReversed().map((note) => [`${note.field} ${note.side}`, note])).values()].toReversed();
}

function cookieNotes(event: TrackedEvent): FieldNote[] {
  return cookies.flatMap(({ name, read, advice }) => {
    const value = event[name];
    const fault = value === null ? null : cookieFault(value, read(value));
    return fault === null ? [] : [{ field: name, side: event.side, fault, advice }];
  });
}
