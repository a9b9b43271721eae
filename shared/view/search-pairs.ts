/** The search field and the verdict chips: which pairs stay in sight. Every word must be found somewhere. */
import type { EventId } from '../model/event.ts';
import type { Pair, Verdict } from '../model/pair.ts';
import type { EventRow } from './rows.ts';

export type PairFilter = { query: string; verdict: Verdict | null };

export function filterPairs(
  pairs: readonly Pair[],
  events: ReadonlyMap<EventId, EventRow>,
  { query, verdict }: PairFilter,
): Pair[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return pairs.filter((pair) => {
    if (verdict !== null && pair.verdict !== verdict) return false;
    return words.length === 0 || matches(searchText(pair, events), words);
  });
}

function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Event name, order, dataset, and of each copy its number, event_id and page. */
function searchText(pair: Pair, events: ReadonlyMap<EventId, EventRow>): string {
  const parts: (string | null)[] = [pair.eventName, pair.order, pair.datasetId];
  for (const id of [...pair.browser, ...pair.server]) {
    const event = events.get(id);
    parts.push(id, event?.eventId ?? null, event?.url ?? null);
  }
  return parts
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase();
}
