/** Filters a session's pairs while it grows and while a person types: what was prepared once is not prepared again. */
import type { Pair } from '../model/pair.ts';
import { compileFilter } from './match.ts';
import type { FilterNode } from './query.ts';
import { textOf } from './subject.ts';
import { createSubjectIndex, type FilterRows } from './subject-index.ts';

export type PairFilter = {
  /**
   * Keeps the pairs that the filter asks for, in their order. Rows are compared by identity: the same `pairs`, `events`
   * and `findings` mean that nothing changed. Without any condition the given list itself comes back.
   */
  keep(rows: FilterRows, filter: FilterNode): readonly Pair[];
  /** Does ahead of the first key what it would wait for. Returns false when nothing is left, so that it can be called bit by bit. */
  prepare(rows: FilterRows): boolean;
};

/** Subjects whose texts one call of `prepare` makes: a few milliseconds. */
const atOnce = 4000;

export function createPairFilter(): PairFilter {
  const subjectsOf = createSubjectIndex();
  return {
    keep: (rows, filter) => {
      if (filter.kind === 'all' && filter.of.length === 0) return rows.pairs;
      const test = compileFilter(filter);
      const kept: Pair[] = [];
      for (const subject of subjectsOf(rows)) if (test(subject)) kept.push(subject.pair);
      return kept;
    },
    prepare: (rows) => {
      let left = atOnce;
      for (const subject of subjectsOf(rows)) {
        if (subject.text !== null) continue;
        if (left === 0) return true;
        textOf(subject);
        left -= 1;
      }
      return false;
    },
  };
}
