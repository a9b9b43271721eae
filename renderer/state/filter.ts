/** The text of the search field at work: which pairs it keeps, why it cannot be read, what may complete it. */
import { type Occurring, occurringIn } from '../../shared/filter/occurring.ts';
import { createPairFilter } from '../../shared/filter/pair-filter.ts';
import { parseFilter } from '../../shared/filter/parse.ts';
import { everything, type FilterFault, type FilterNode } from '../../shared/filter/query.ts';
import type { Pair } from '../../shared/model/pair.ts';
import type { SessionRows } from '../../shared/view/session-rows.ts';
import { onForget, remembered } from './remembered.ts';
import { useSession } from './session.ts';
import { useView } from './view.ts';

type Parts = [pairs: SessionRows['inOrder'], events: SessionRows['events'], findings: SessionRows['findings']];

let pairFilter = createPairFilter();
onForget(() => {
  pairFilter = createPairFilter();
});
const rowsOf = remembered((...[pairs, events, findings]: Parts) => ({ pairs, events, findings }));
const kept = remembered((rows: ReturnType<typeof rowsOf>, filter: FilterNode) => pairFilter.keep(rows, filter));
const occurring = remembered(occurringIn);

let lastRead: FilterNode = everything;

/** A text that cannot be read leaves the last one that could be read at work. */
const readingOf = remembered((query: string): { filter: FilterNode; fault: FilterFault | null } => {
  const reading = parseFilter(query);
  if (reading.ok) lastRead = reading.filter;
  return { filter: lastRead, fault: reading.ok ? null : reading.fault };
});

/** The pairs that the text keeps, by time. */
export function filteredPairs(query: string): readonly Pair[] {
  return kept(filterRows(), readingOf(query).filter);
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

function filterRows() {
  const { inOrder, events, findings } = useSession.getState().rows;
  return rowsOf(inOrder, events, findings);
}
