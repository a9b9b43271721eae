/** Lists that several views share, computed once for each change of the rows. */
import type { Pair, Verdict } from '../../shared/model/pair.ts';
import { indexInOrder } from '../../shared/view/merged-in-order.ts';
import { comparePairs } from '../../shared/view/pairs-in-order.ts';
import { filteredPairs } from './filter.ts';
import { remembered } from './remembered.ts';
import { useSession } from './session.ts';
import { type PairChoice, useView } from './view.ts';

const chosen = remembered((pairs: readonly Pair[], only: PairChoice | null, verdict: Verdict | null) =>
  only === null && verdict === null
    ? pairs
    : pairs.filter((pair) => only?.keys.has(pair.key) !== false && (verdict ?? pair.verdict) === pair.verdict),
);

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
  return chosen(filteredPairs(query), only, verdict);
}

/** Index of the pair with that key in a list by time; −1 where it is not there. */
export function placeOf(pairs: readonly Pair[], key: string | null): number {
  const pair = key === null ? undefined : useSession.getState().rows.pairs.get(key);
  return pair === undefined ? -1 : indexInOrder(pairs, pair, comparePairs);
}

export function useFindingsByPair(): ReturnType<typeof useSession.getState>['rows']['findingsOf'] {
  return useSession((state) => state.rows.findingsOf);
}
