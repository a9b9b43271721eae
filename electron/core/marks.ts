/** The user's marks of the open session: the last word on each subject counts. */
import type { InputId, MarkFact } from '../../shared/model/fact.ts';
import type { Mark, MarkSubject } from '../../shared/model/mark.ts';

/** Marks come from no source of events. */
export const theUser: InputId = -1;

export type MarkBook = {
  take(fact: MarkFact): void;
  /** In the order in which they were first made. */
  all(): Mark[];
};

export function createMarkBook(): MarkBook {
  const marks = new Map<string, Mark>();
  return {
    take: ({ about, key, text, at }) => {
      const subject = `${about} ${key}`;
      // A mark that is made while a stored session still comes in is newer than those that follow it.
      if ((marks.get(subject)?.at ?? at) > at) return;
      if (text === null) marks.delete(subject);
      else marks.set(subject, { about, key, text, at });
    },
    all: () => [...marks.values()],
  };
}

type Wish = { about: MarkSubject; key: string; text: string | null };

/** A mark as it is stored. `at`: now, in ms. */
export function markFact({ about, key, text }: Wish, at: number): MarkFact {
  return { kind: 'mark', input: theUser, place: 'user', about, key, text, at };
}
