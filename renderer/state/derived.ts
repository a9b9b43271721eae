/** Lists that several views share, computed once for each change of the rows. */
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { findingsByPair, groupByCause } from '../../shared/view/group-findings.ts';
import { pairsInOrder } from '../../shared/view/pairs-in-order.ts';
import { filterPairs } from '../../shared/view/search-pairs.ts';
import { useSession } from './session.ts';
import { type PairChoice, useView } from './view.ts';

const inOrder = remembered((pairs: ReadonlyMap<string, Pair>) => pairsInOrder(pairs.values()));
const filtered = remembered(filterPairs);
const chosen = remembered((pairs: Pair[], only: PairChoice | null) =>
  only === null ? pairs : pairs.filter(({ key }) => only.keys.has(key)),
);
const byPair = remembered((findings: ReadonlyMap<string, Finding>) => findingsByPair(findings.values()));
const grouped = remembered((findings: ReadonlyMap<string, Finding>) => groupByCause([...findings.values()]));
const filterOf = remembered((query: string, verdict: ReturnType<typeof useView.getState>['verdict']) => ({
  query,
  verdict,
}));

/** All pairs, by time. */
export function usePairs(): Pair[] {
  return useSession((state) => inOrder(state.rows.pairs));
}

/** The pairs that search and verdict leave in sight, by time. */
export function useVisiblePairs(): Pair[] {
  useSession((state) => state.rows);
  useView((state) => filterOf(state.query, state.verdict));
  useView((state) => state.only);
  return visiblePairs();
}

/** The same, outside of a component. */
export function visiblePairs(): Pair[] {
  const { rows } = useSession.getState();
  const { query, verdict, only } = useView.getState();
  return filtered(chosen(inOrder(rows.pairs), only), rows.events, filterOf(query, verdict));
}

export function useFindingsByPair(): Map<string, Finding[]> {
  return useSession((state) => byPair(state.rows.findings));
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
