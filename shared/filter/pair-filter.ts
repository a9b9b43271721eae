/** Filters a session's pairs while it grows and while a person types: what was prepared once is not prepared again. */
import type { Pair } from '../model/pair.ts';
import { compileFilter } from './match.ts';
import type { FilterNode } from './query.ts';
import { type FilterRows, type FilterSubject, subjectsOf } from './subject.ts';

export type PairFilter = (rows: FilterRows, filter: FilterNode) => readonly Pair[];

/**
 * Keeps the pairs that the filter asks for, in their order. Rows are compared by identity: the same `pairs`, `events`
 * and `findings` mean that nothing changed. Without any condition the given list itself comes back.
 */
export function createPairFilter(): PairFilter {
  let last: { rows: FilterRows; subjects: FilterSubject[] } | null = null;

  function prepared(rows: FilterRows): readonly FilterSubject[] {
    const isSame =
      last?.rows.pairs === rows.pairs && last.rows.events === rows.events && last.rows.findings === rows.findings;
    if (last === null || !isSame) last = { rows, subjects: subjectsOf(rows, last?.subjects) };
    return last.subjects;
  }

  return (rows, filter) => {
    if (filter.kind === 'all' && filter.of.length === 0) return rows.pairs;
    const test = compileFilter(filter);
    const kept: Pair[] = [];
    for (const subject of prepared(rows)) if (test(subject)) kept.push(subject.pair);
    return kept;
  };
}
