/** What Meta would count against what happened: actions that it counts exactly once, by event name. */
import type { Pair } from '../model/pair.ts';
import type { ActionCount, Scores } from '../report/report.ts';
import { inWords, score, sum } from './share.ts';

export function exactlyOnce(pairs: readonly Pair[]): Scores['count'] {
  const byKey = new Map(pairs.map((pair) => [pair.key, pair]));
  const again = new Set(
    pairs.flatMap((pair) => (pair.repeatOf !== null && pair.counted > 0 ? firstOf(pair, byKey) : [])),
  );
  const byName = new Map<string, ActionCount>();
  for (const pair of pairs) {
    const { eventName } = pair;
    const row = byName.get(eventName) ?? { eventName, actions: 0, once: 0, countedByMeta: 0 };
    byName.set(eventName, row);
    row.countedByMeta += pair.counted;
    if (pair.repeatOf !== null) continue;
    row.actions += pair.actions;
    if (pair.counted === 1 && !again.has(pair.key)) row.once += 1;
  }
  const rows = [...byName.values()].sort((a, b) => (a.eventName < b.eventName ? -1 : 1));
  const [once, actions] = [sum(rows, (row) => row.once), sum(rows, (row) => row.actions)];
  return {
    ...score(once, actions, `${inWords(once, actions)} actions are counted exactly once.`),
    countedByMeta: sum(rows, (row) => row.countedByMeta),
    byEventName: rows,
  };
}

/** The pair that stands for the action which this one repeats; a repeat may name one that is a repeat itself. */
function firstOf(pair: Pair, byKey: ReadonlyMap<string, Pair>): string[] {
  const first = byKey.get(pair.repeatOf ?? '');
  const next = first?.repeatOf == null ? undefined : byKey.get(first.repeatOf);
  return [first, next].flatMap((each) => (each === undefined ? [] : [each.key]));
}
