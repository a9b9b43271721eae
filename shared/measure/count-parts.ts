/** What stands between the actions that happened and what Meta would count, cause by cause, each with its pairs. */
import { countsAtMeta, type TrackedEvent } from '../model/event.ts';
import type { Pair } from '../model/pair.ts';
import type { CountCause, CountPart } from '../report/report.ts';
import { formatCount, plural } from '../view/plural.ts';

export type EventsById = ReadonlyMap<string, TrackedEvent>;

const causes: Record<CountCause, CountPart['effect']> = {
  blocked: 'missing',
  aborted: 'missing',
  failed: 'missing',
  rejected: 'missing',
  'lost-on-both-sides': 'missing',
  'id-reused': 'missing',
  'double-counted': 'extra',
  'sent-again': 'extra',
};

export const countCauseWords: Record<CountCause, string> = {
  blocked: 'blocked in the browser with no server copy',
  aborted: 'cut off in the browser with no server copy',
  failed: 'failed on the way from the browser with no server copy',
  rejected: 'refused',
  'lost-on-both-sides': 'lost in the browser and refused from the server',
  'id-reused': 'under the event_id of another action',
  'double-counted': 'counted twice',
  'sent-again': 'sent once more as another event',
};

/** Causes that occur, in a fixed order: all actions − missing + extra is what Meta would count. */
export function countParts(pairs: readonly Pair[], events: EventsById): CountPart[] {
  const found = new Map<CountCause, { count: number; pairs: string[] }>();
  const add = (cause: CountCause, count: number, key: string) => {
    if (count <= 0) return;
    const part = found.get(cause) ?? { count: 0, pairs: [] };
    part.count += count;
    part.pairs.push(key);
    found.set(cause, part);
  };
  for (const pair of pairs) {
    if (pair.repeatOf !== null) add('sent-again', pair.counted, pair.key);
    else if (pair.counted === 0) add(lossOfPair(pair, events), pair.actions, pair.key);
    else {
      add('id-reused', pair.actions - 1, pair.key);
      add('double-counted', pair.counted - 1, pair.key);
    }
  }
  return (Object.keys(causes) as CountCause[]).flatMap((cause) => {
    const part = found.get(cause);
    return part === undefined ? [] : [{ cause, effect: causes[cause], ...part }];
  });
}

/** How an action of which Meta got nothing was lost: by its first event of each side. */
export function lossOfPair({ browser, server }: Pair, events: EventsById): CountCause {
  const [lost] = browser;
  if (lost === undefined) return 'rejected';
  if (server.length > 0) return 'lost-on-both-sides';
  const outcome = events.get(lost)?.outcome;
  return outcome === 'blocked' || outcome === 'aborted' ? outcome : 'failed';
}

/** `12 actions, Meta would count 9: 2 blocked in the browser with no server copy, 1 refused.` */
export function countSentence(actions: number, countedByMeta: number, parts: readonly CountPart[]): string {
  const list = (effect: CountPart['effect']) =>
    parts
      .filter((part) => part.effect === effect)
      .map(({ cause, count }) => `${formatCount(count)} ${countCauseWords[cause]}`)
      .join(', ');
  const reasons = [list('missing'), list('extra')].filter((reason) => reason !== '').join('; ');
  const counts = `${plural(actions, 'action')}, Meta would count ${formatCount(countedByMeta)}`;
  return reasons === '' ? `${counts}.` : `${counts}: ${reasons}.`;
}

/** True where an event of these reached Meta. */
export function anyCounts(ids: readonly string[], events: EventsById): boolean {
  return ids.some((id) => {
    const event = events.get(id);
    return event !== undefined && countsAtMeta(event);
  });
}
