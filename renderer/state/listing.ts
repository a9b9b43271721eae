/** The rows of the list: the pairs in sight, sorted and grouped as this person likes. */
import type { Pair } from '../../shared/model/pair.ts';
import {
  type ArrangedRows,
  type Arrangement,
  type GroupKey,
  groupPairs,
  type PairGroup,
  sortPairs,
} from '../../shared/view/arrange-pairs.ts';
import { placeOf, visiblePairs } from './derived.ts';
import { usePreferences } from './preferences.ts';
import { remembered } from './remembered.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

export type ListItem = { kind: 'pair'; pair: Pair } | { kind: 'group'; group: PairGroup; isFolded: boolean };

/** Rows are made as they are asked for: of a long list only a screenful is ever looked at. */
export type Listing = {
  count: number;
  itemAt(index: number): ListItem | undefined;
  /** -1 where the pair is not in the list. */
  indexOf(pairKey: string): number;
  /** Pairs in the order of the list, without those that are folded away. */
  pairs: readonly Pair[];
};

const listed = remembered(
  (inSight: readonly Pair[], arrangement: Arrangement, folded: ReadonlySet<string>, rows: ArrangedRows): Listing => {
    const sorted = sortPairs(inSight, arrangement, rows);
    const { groupBy } = arrangement;
    const isByTime = arrangement.sortBy === 'time' && !arrangement.isDescending;
    return groupBy === null ? flat(sorted, isByTime) : grouped(sorted, { groupBy, folded, rows });
  },
);

function flat(pairs: readonly Pair[], isByTime: boolean): Listing {
  return {
    count: pairs.length,
    itemAt: (index) => {
      const pair = pairs[index];
      return pair === undefined ? undefined : { kind: 'pair', pair };
    },
    indexOf: (pairKey) => (isByTime ? placeOf(pairs, pairKey) : pairs.findIndex(({ key }) => key === pairKey)),
    pairs,
  };
}

type Grouping = { groupBy: GroupKey; folded: ReadonlySet<string>; rows: ArrangedRows };

function grouped(sorted: readonly Pair[], { groupBy, folded, rows }: Grouping): Listing {
  const items = groupPairs(sorted, groupBy, rows).flatMap((group): ListItem[] => {
    const isFolded = folded.has(group.key);
    const members = isFolded ? [] : group.pairs.map((pair): ListItem => ({ kind: 'pair', pair }));
    return [{ kind: 'group', group, isFolded }, ...members];
  });
  return {
    count: items.length,
    itemAt: (index) => items[index],
    indexOf: (pairKey) => items.findIndex((item) => item.kind === 'pair' && item.pair.key === pairKey),
    pairs: items.flatMap((item) => (item.kind === 'pair' ? [item.pair] : [])),
  };
}

/** Only orders other than that of time look at events and findings: a push then need not arrange the list again. */
const rowsFor = remembered(
  (events: ArrangedRows['events'], findingsOf: ArrangedRows['findingsOf']): ArrangedRows => ({ events, findingsOf }),
);
const noRows: ArrangedRows = { events: new Map(), findingsOf: new Map() };

export function useListing(): Listing {
  useSession((state) => state.rows);
  useView((state) => state.query);
  useView((state) => state.verdict);
  useView((state) => state.only);
  useView((state) => state.folded);
  usePreferences((state) => state.arrangement);
  return listing();
}

/** The same, outside of a component. */
export function listing(): Listing {
  const { events, findingsOf } = useSession.getState().rows;
  const { arrangement } = usePreferences.getState();
  const isByTime = arrangement.sortBy === 'time' && arrangement.groupBy === null;
  const rows = isByTime ? noRows : rowsFor(events, findingsOf);
  return listed(visiblePairs(), arrangement, useView.getState().folded, rows);
}
