/** Puts the pages of a long snapshot into rows that pushes change meanwhile: what a push said is newer than any page. */
import type { CallOutput } from '../api/contract.ts';
import type { Pair } from '../model/pair.ts';
import { applyRows, type RowChanges, type SessionRows } from './session-rows.ts';

export type PageFilling = {
  /** Rows that were pushed since the snapshot was taken. */
  hear(changes: RowChanges): void;
  /** `rows` with what is on the page and was not pushed since. */
  put(rows: SessionRows, page: Pick<CallOutput<'session.page'>, 'events' | 'pairs' | 'findings'>): SessionRows;
};

/** One for each snapshot. */
export function createPageFilling(): PageFilling {
  /** Keys of what was pushed, also of what went. */
  const told = { events: new Set<string>(), pairs: new Set<string>(), findings: new Set<string>() };
  const pairOfEvent = new Map<string, string>();

  /** Pairs that were pushed before their events were here: they come again beside them. */
  const pairsWaitingFor = (events: RowChanges['events'], rows: SessionRows): Pair[] => {
    const keys = new Set(events.flatMap(({ id }) => pairOfEvent.get(id) ?? []));
    return [...keys].flatMap((key) => rows.pairs.get(key) ?? []);
  };

  return {
    hear({ events, pairs, removedPairs, findings, removedFindings }) {
      for (const { id } of events) told.events.add(id);
      for (const key of removedPairs) told.pairs.add(key);
      for (const { key, browser, server } of pairs) {
        told.pairs.add(key);
        for (const id of [...browser, ...server]) pairOfEvent.set(id, key);
      }
      for (const { key } of findings) told.findings.add(key);
      for (const key of removedFindings) told.findings.add(key);
    },
    put(rows, page) {
      const events = page.events.filter(({ id }) => !told.events.has(id));
      const pairs = page.pairs.filter(({ key }) => !told.pairs.has(key));
      const findings = page.findings.filter(({ key }) => !told.findings.has(key));
      const waiting = pairsWaitingFor(events, rows);
      return applyRows(rows, {
        events,
        pairs: [...pairs, ...waiting],
        removedPairs: [],
        findings,
        removedFindings: [],
      });
    },
  };
}
