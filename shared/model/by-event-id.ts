/** Values by the event they belong to. Event ids are a side and a number, so two lists hold a million in little room. */
import type { EventId } from './event.ts';

export type ByEventId<Value> = {
  get(id: EventId): Value | null;
  set(id: EventId, value: Value): void;
  /** The browser events' first, each side in the order of its numbers. */
  values(): Generator<Value>;
};

/** Meant for ids as the decoder gives them, numbered from 1 without gaps: a list is as long as its highest number. */
export function createByEventId<Value extends object>(): ByEventId<Value> {
  const browser: Value[] = [];
  const server: Value[] = [];
  const listOf = (id: EventId) => (id.charCodeAt(0) === CODE_OF_B ? browser : server);

  function* values(): Generator<Value> {
    for (const list of [browser, server]) for (const value of list) if (value !== undefined) yield value;
  }

  return {
    get: (id) => listOf(id)[numberOf(id)] ?? null,
    set(id, value) {
      listOf(id)[numberOf(id)] = value;
    },
    values,
  };
}

const CODE_OF_B = 'b'.charCodeAt(0);
const CODE_OF_0 = '0'.charCodeAt(0);

/** Digit by digit: a slice and Number() make a string for each. */
function numberOf(id: EventId): number {
  let number = 0;
  for (let at = 1; at < id.length; at += 1) number = number * 10 + id.charCodeAt(at) - CODE_OF_0;
  return number;
}
