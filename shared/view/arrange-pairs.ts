/** The order of the list: sorted by a column, and grouped under what pairs have in common. */
import type { EventId } from '../model/event.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import { worstSeverity } from './group-findings.ts';
import type { EventRow } from './rows.ts';
import { verdicts, verdictWords } from './verdict-words.ts';

export const sortKeys = ['time', 'event', 'verdict', 'gap', 'order', 'value', 'page', 'findings'] as const;
export type SortKey = (typeof sortKeys)[number];
export const groupKeys = ['visitor', 'order', 'event', 'page', 'verdict'] as const;
export type GroupKey = (typeof groupKeys)[number];

export type Arrangement = { sortBy: SortKey; isDescending: boolean; groupBy: GroupKey | null };

/** As pairs come: by time, the newest last. */
export const asTheyCome: Arrangement = { sortBy: 'time', isDescending: false, groupBy: null };

/** `key` names the group among those of its arrangement. */
export type PairGroup = { key: string; title: string; pairs: readonly Pair[]; worst: Severity | null };

/** What orders other than that of time look at. */
export type ArrangedRows = {
  events: ReadonlyMap<EventId, EventRow>;
  findingsOf: ReadonlyMap<string, readonly Finding[]>;
};

/** `inOrder` is by time; pairs that are alike in the sorted column keep that order. */
export function sortPairs(
  inOrder: readonly Pair[],
  { sortBy, isDescending }: Pick<Arrangement, 'sortBy' | 'isDescending'>,
  rows: ArrangedRows,
): readonly Pair[] {
  if (sortBy === 'time') return isDescending ? inOrder.toReversed() : inOrder;
  const ranked = inOrder.map((pair) => ({ pair, rank: rankOf(pair, sortBy, rows) }));
  const sign = isDescending ? -1 : 1;
  ranked.sort((a, b) => compareRanks(a.rank, b.rank, sign));
  return ranked.map(({ pair }) => pair);
}

/** Groups in the order of their first pair; each keeps the order of its pairs. */
export function groupPairs(pairs: readonly Pair[], groupBy: GroupKey, rows: ArrangedRows): PairGroup[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = commonOf(pair, groupBy, rows) ?? '';
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [pair]);
    else members.push(pair);
  }
  let visitors = 0;
  return [...groups].map(([key, members]) => {
    if (groupBy === 'visitor' && key !== '') visitors += 1;
    const findings = members.flatMap((pair) => rows.findingsOf.get(pair.key) ?? []);
    return { key, title: titleOf(groupBy, key, visitors), pairs: members, worst: worstSeverity(findings) };
  });
}

/** Page address without its query: what makes it one page to a person. */
export function pageOf(url: string | null): string | null {
  return url === null ? null : url.replace(/[?#].*$/s, '').replace(/^https?:\/\//, '');
}

/** The first copy that has it, the browser's before the server's. */
export function firstKnown<T>(
  pair: Pair,
  events: ReadonlyMap<EventId, EventRow>,
  read: (event: EventRow) => T | null,
): T | null {
  return firstOf(copiesOf(pair, events), read);
}

/** What the first of the rows tells that tells it. */
export function firstOf<T>(copies: Iterable<EventRow>, read: (event: EventRow) => T | null): T | null {
  for (const copy of copies) {
    const value = read(copy);
    if (value !== null) return value;
  }
  return null;
}

/** The rows of a pair's events, the browser's before the server's. */
export function copiesOf({ browser, server }: Pair, events: ReadonlyMap<EventId, EventRow>): EventRow[] {
  return [...browser, ...server].flatMap((id) => events.get(id) ?? []);
}

type Rank = number | string | null;

function rankOf(pair: Pair, by: SortKey, { events, findingsOf }: ArrangedRows): Rank {
  switch (by) {
    case 'time':
      return pair.at;
    case 'event':
      return pair.eventName;
    case 'verdict':
      return verdicts.indexOf(pair.verdict);
    case 'gap':
      return pair.gapMs;
    case 'order':
      return pair.order;
    case 'value':
      return firstKnown(pair, events, ({ value }) => value);
    case 'page':
      return pageOf(firstKnown(pair, events, ({ url }) => url));
    case 'findings':
      return weightOf(findingsOf.get(pair.key) ?? []);
  }
}

const severityWeight: Record<Severity, number> = { error: 10_000, warning: 100, info: 1 };

function weightOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, { severity }) => sum + severityWeight[severity], 0);
}

/** Pairs without a value stand last, whichever way the column is sorted. */
function compareRanks(a: Rank, b: Rank, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

const collator = new Intl.Collator('en', { numeric: true });

function commonOf(pair: Pair, by: GroupKey, { events }: ArrangedRows): string | null {
  switch (by) {
    case 'visitor':
      return firstKnown(pair, events, ({ visitor }) => visitor);
    case 'order':
      return pair.order;
    case 'event':
      return pair.eventName;
    case 'page':
      return pageOf(firstKnown(pair, events, ({ url }) => url));
    case 'verdict':
      return pair.verdict;
  }
}

const withoutWords: Record<GroupKey, string> = {
  visitor: 'Visitor not told',
  order: 'Without an order number',
  event: 'Without a name',
  page: 'Page not told',
  verdict: '',
};

function titleOf(by: GroupKey, key: string, visitor: number): string {
  if (key === '') return withoutWords[by];
  if (by === 'visitor') return `Visitor ${visitor}`;
  if (by === 'order') return `Order ${key}`;
  const verdict = verdicts.find((each) => by === 'verdict' && each === key);
  return verdict === undefined ? key : verdictWords[verdict].word;
}
