/** The text of the search field at work: which pairs it keeps, why it cannot be read, what may complete it. */
import { type Occurring, occurringIn } from '../../shared/filter/occurring.ts';
import { createPairFilter, type PairFilter } from '../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import { everything, type FilterFault, type FilterNode } from '../../shared/filter/query.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { onForget, remembered } from './remembered.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

let pairFilter: PairFilter | null = null;
onForget(() => {
  pairFilter = null;
});
useSession.subscribe(({ rows: now }, { rows: before }) => {
  if (pairFilter === null || isSame(now, before)) return;
  if (now.last !== null && now.version === before.version + 1) pairFilter.take(now.last);
  else pairFilter = null;
});
const occurring = remembered(
  (events: SessionRows['events'], pairs: SessionRows['inOrder'], findings: SessionRows['findings']) =>
    occurringIn({ events, pairs, findings }),
);

let lastRead: FilterNode = everything;

/** A text that cannot be read leaves the last one that could be read at work. */
const readingOf = remembered((query: string): { filter: FilterNode; fault: FilterFault | null } => {
  const reading = parseFilter(query);
  if (reading.ok) lastRead = reading.filter;
  return { filter: lastRead, fault: reading.ok ? null : reading.fault };
});

/** The pairs that the text keeps, by time. */
export function filteredPairs(query: string): readonly Pair[] {
  const { filter } = readingOf(query);
  const isEverything = filter.kind === 'all' && filter.of.length === 0;
  return isEverything ? useSession.getState().rows.inOrder : filterNow().keep(filter);
}

/** Why the text of the search field cannot be read; null where it can. */
export function useFilterFault(): FilterFault | null {
  return useView((state) => readingOf(state.query).fault);
}

/** What completion has to offer. */
export function occurringNow(): Occurring {
  const { events, inOrder, findings } = useSession.getState().rows;
  return occurring(events, inOrder, findings);
}

/** Makes ready, bit by bit, what the first key in the search field would wait for. */
export function prepareFilter(): void {
  if (filterNow().prepare()) setTimeout(prepareFilter);
}

/** Made when it is first needed; from then on it follows the rows. */
function filterNow(): PairFilter {
  const { inOrder: pairs, events, findings } = useSession.getState().rows;
  pairFilter ??= createPairFilter({ pairs, events, findings });
  return pairFilter;
}

function isSame(a: SessionRows, b: SessionRows): boolean {
  return a.events === b.events && a.inOrder === b.inOrder && a.findings === b.findings;
}
