/** Event coverage and overlap, in total and by event name: how much of both sources Meta can join by a shared key. */
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { JoinedEvents, Scores } from '../report/report.ts';
import { inWords, score, shareOf } from './share.ts';

/** Meta, dataset quality: the goal for event coverage, there an average of 7 days. */
const coverageGoal = 0.75;

type Row = Omit<JoinedEvents, 'overlap'>;

export function deduplication(own: readonly TrackedEvent[], pairs: readonly Pair[]): Scores['deduplication'] {
  const joined = joinedIds(pairs);
  const total = newRow();
  const byName = new Map<string, Row>();
  for (const event of own) {
    if (!countsAtMeta(event)) continue;
    const row = byName.get(event.eventName) ?? newRow();
    byName.set(event.eventName, row);
    for (const each of [total, row]) add(each, event, joined.has(event.id));
  }
  const names = [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const { browser, browserJoined } = total;
  const note = `${inWords(browserJoined, browser)} browser events have a server twin that Meta joins by a shared key. Meta's goal for this event coverage is 75% over 7 days.`;
  return {
    ...score(browserJoined, browser, note),
    goal: coverageGoal,
    ...withOverlap(total),
    byEventName: names.map(([eventName, row]) => ({ eventName, ...withOverlap(row) })),
  };
}

/** Events in pairs that Meta joins, by event_id or by its fallback. */
function joinedIds(pairs: readonly Pair[]): Set<string> {
  const ids = new Set<string>();
  for (const { verdict, browser, server } of pairs) {
    if (verdict !== 'deduplicated' && verdict !== 'fallback') continue;
    for (const id of browser) ids.add(id);
    for (const id of server) ids.add(id);
  }
  return ids;
}

function newRow(): Row {
  return { browser: 0, browserJoined: 0, server: 0, serverJoined: 0 };
}

function add(row: Row, { side }: TrackedEvent, isJoined: boolean): void {
  row[side] += 1;
  if (isJoined) row[`${side}Joined`] += 1;
}

function withOverlap(row: Row): JoinedEvents {
  const side = row.browser <= row.server ? 'browser' : 'server';
  return { ...row, overlap: shareOf(row[`${side}Joined`], row[side]) };
}
