/** Lists that several views share, computed once for each change of the rows. */
import { type Occurring, occurringIn } from '../../shared/filter/occurring.ts';
import { createPairFilter } from '../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import { everything, type FilterFault, type FilterNode } from '../../shared/filter/query.ts';
import type { FilterRows } from '../../shared/filter/subject-index.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair, Verdict } from '../../shared/model/pair.ts';
import { groupByCause } from '../../shared/view/group-findings.ts';
import { useSession } from './session.ts';
import { type PairChoice, useView } from './view.ts';

const filtered = remembered(filterPairs);
const chosen = remembered((pairs: readonly Pair[], only: PairChoice | null) =>
  only === null ? pairs : pairs.filter(({ key }) => only.keys.has(key)),
);
const grouped = remembered((findings: ReadonlyMap<string, Finding>) => groupByCause([...findings.values()]));

let lastRead: FilterNode = everything;

/** A text that cannot be read leaves the last one that could be read at work. */
const readingOf = remembered((query: string): { filter: FilterNode; fault: FilterFault | null } => {
  const reading = parseFilter(query);
  if (reading.ok) lastRead = reading.filter;
  return { filter: lastRead, fault: reading.ok ? null : reading.fault };
});

/** All pairs, by time. */
export function usePairs(): readonly Pair[] {
  return useSession((state) => state.rows.inOrder);
}

/** The pairs that filter, verdict and choice leave in sight, by time. */
export function useVisiblePairs(): readonly Pair[] {
  useSession((state) => state.rows);
  useView((state) => state.query);
  useView((state) => state.verdict);
  useView((state) => state.only);
  return visiblePairs();
}

/** The same, outside of a component. */
export function visiblePairs(): readonly Pair[] {
  const { query, verdict, only } = useView.getState();
  return chosen(filtered(filterRows(), readingOf(query).filter), only, verdict);
}

/** Why the text of the search field cannot be read; null where it can. */
export function useFilterFault(): FilterFault | null {
  return useView((state) => readingOf(state.query).fault);
}

/** What completion has to offer. */
export function occurringNow(): Occurring {
  return occurring(filterRows());
}

/** Makes ready, bit by bit, what the first key in the search field would wait for. */
export function prepareFilter(): void {
  if (pairFilter.prepare(filterRows())) setTimeout(prepareFilter);
}

function filterRows(): FilterRows {
  const { pairs, events, findings } = useSession.getState().rows;
  return rowsOf(inOrder(pairs), events, findings);
}

export function useFindingsByPair(): ReadonlyMap<string, Finding[]> {
  return useSession((state) => state.rows.findingsOf);
}

export function useFindingGroups(): ReturnType<typeof groupByCause> {
  return useSession((state) => grouped(state.rows.findings));
}

/** Gives the last result again for the same arguments, so that selectors stay stable. */
function remembered<A extends unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let last: { args: A; result: R } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, index) => !Object.is(arg, last?.args[index]))) {
      last = { args, result: compute(...args) };
    }
    return last.result;
  };
}
