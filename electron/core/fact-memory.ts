/** What a session file does for a stored session, for one that is not stored. */
import type { Fact } from '../../shared/model/fact.ts';
import type { FactWithAnswers } from './store/facts-table.ts';

export type FactMemory = {
  keep(fact: Fact): void;
  all: readonly Fact[];
  /** The call or record of that key with its answers; null where there is none. */
  find(key: string): FactWithAnswers | null;
};

export function createFactMemory(): FactMemory {
  const found = new Map<string, FactWithAnswers>();
  const all: Fact[] = [];
  const keep = (fact: Fact) => {
    all.push(fact);
    if (fact.kind === 'browser-call' || fact.kind === 'server-record') found.set(fact.key, { fact, answers: [] });
    if (fact.kind === 'call-answer') found.get(fact.call)?.answers.push(fact);
    if (fact.kind === 'server-answer') found.get(fact.record)?.answers.push(fact);
  };
  return { all, keep, find: (key) => found.get(key) ?? null };
}
