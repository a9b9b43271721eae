/** Filters a session's pairs while it grows and while a person types: what was found out once is not asked again. */
import type { Pair } from '../model/pair.ts';
import { mergedInOrder } from '../view/merged-in-order.ts';
import { comparePairs } from '../view/pairs-in-order.ts';
import type { PairTest } from './field-tests.ts';
import { compileFilter } from './match.ts';
import type { FilterNode } from './query.ts';
import { type FilterSubject, textOf } from './subject.ts';
import { createSubjectIndex, type FilterNews, type FilterRows } from './subject-index.ts';

export type PairFilter = {
  /** The pairs that the filter asks for, in their order; the same list while neither rows nor filter change. */
  keep(filter: FilterNode): readonly Pair[];
  /** Rows changed: only pairs that this touches are asked again. From here on pairs are by time. */
  take(news: FilterNews): void;
  /** Does ahead of the first key what it would wait for. Returns false when nothing is left, so that it can be called bit by bit. */
  prepare(): boolean;
};

/** Subjects whose texts one call of `prepare` makes: a few milliseconds. */
const atOnce = 4000;

export function createPairFilter(rows: FilterRows): PairFilter {
  const index = createSubjectIndex(rows);
  let last: { filter: FilterNode; test: PairTest; kept: readonly Pair[] } | null = null;

  return {
    keep(filter) {
      if (last?.filter === filter) return last.kept;
      const test = compileFilter(filter);
      const kept: Pair[] = [];
      for (const subject of index.subjects()) if (test(subject)) kept.push(subject.pair);
      last = { filter, test, kept };
      return kept;
    },
    take(news) {
      const { left, added } = index.take(news);
      if (last === null) return;
      const { test } = last;
      const passing = (subjects: readonly FilterSubject[]) => subjects.filter(test).map(({ pair }) => pair);
      const change = { left: passing(left), added: passing(added) };
      last.kept = mergedInOrder(last.kept, change, comparePairs);
    },
    prepare() {
      let left = atOnce;
      for (const subject of index.subjects()) {
        if (subject.text !== null) continue;
        if (left === 0) return true;
        textOf(subject);
        left -= 1;
      }
      return false;
    },
  };
}

/** For rows that do not change. Without any condition the given list itself comes back. */
export function keepPairs(rows: FilterRows, filter: FilterNode): readonly Pair[] {
  return filter.kind === 'all' && filter.of.length === 0 ? rows.pairs : createPairFilter(rows).keep(filter);
}
