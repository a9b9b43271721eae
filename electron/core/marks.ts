/** The user's marks of the open session: the last word on each subject counts. */
import type { Fact, InputId, MarkFact } from '../../shared/model/fact.ts';
import type { Mark, MarkSubject } from '../../shared/model/mark.ts';

/** Marks come from no source of events. */
export const theUser: InputId = -1;

export type MarkBook = {
  /** Returns whether a mark was among the facts. */
  take(facts: readonly Fact[]): boolean;
  /** In the order in which they were first made. */
  all(): Mark[];
};

export function createMarkBook(): MarkBook {
  const marks = new Map<string, Mark>();
  const takeOne = ({ about, key, text, at }: MarkFact) => {
    const subject = `${about} ${key}`;
    if (text === null) marks.delete(subject);
    else marks.set(subject, { about, key, text, at });
  };
  return {
    take: (facts) => {
      const made = facts.filter((fact) => fact.kind === 'mark');
      made.forEach(takeOne);
      return made.length > 0;
    },
    all: () => [...marks.values()],
  };
}

type Wish = { about: MarkSubject; key: string; text: string | null };

/** A mark as it is stored. `at`: now, in ms. */
export function markFact({ about, key, text }: Wish, at: number): MarkFact {
  return { kind: 'mark', input: theUser, place: 'user', about, key, text, at };
}
