/** Why Meta would count a pair as it does, in the few words that fit into a list; `pair.why` is the whole sentence. */
import type { Pair } from '../model/pair.ts';
import { relateIds } from '../pair/id-forms.ts';
import type { EventRow } from './rows.ts';

type Copy = Pick<EventRow, 'side' | 'eventId' | 'eventName' | 'datasetId' | 'outcome' | 'counts'>;
type Sides = { browser: readonly Copy[]; server: readonly Copy[] };

/** `copies`: the rows of the pair's events, in any order. Says nothing that `pair.why` does not say. */
export function shortReason(pair: Pair, copies: readonly Copy[]): string {
  const sides: Sides = {
    browser: copies.filter(({ side }) => side === 'browser'),
    server: copies.filter(({ side }) => side === 'server'),
  };
  switch (pair.verdict) {
    case 'deduplicated':
      return 'Same event_id';
    case 'fallback':
      return `No shared event_id: same ${pair.evidence[0]?.kind ?? 'visitor'}`;
    case 'double-counted':
      return separation(sides);
    case 'browser-only':
      return oneSided(pair, sides, 'browser');
    case 'server-only':
      return oneSided(pair, sides, 'server');
  }
}

/** The most telling difference first, as in the sentence. */
function separation({ browser: [left], server: [right] }: Sides): string {
  if (left === undefined || right === undefined) return 'Not joined by Meta';
  const [a, b] = [left.eventId, right.eventId];
  if (a === null && b === null) return 'No event_id on either side';
  if (a === null) return 'No event_id in the browser';
  if (b === null) return 'No event_id on the server';
  if (a !== b) return differentIds(a, b);
  if (left.eventName !== right.eventName) return 'Event names differ';
  if (left.datasetId === right.datasetId) return 'More than 48 h apart';
  return left.datasetId === null || right.datasetId === null ? 'Dataset not known' : 'Different datasets';
}

function differentIds(a: string, b: string): string {
  const relation = relateIds(a, b);
  return relation === null || relation === 'unrelated' ? 'event_ids differ' : `event_ids differ by ${relation}`;
}

function oneSided(pair: Pair, sides: Sides, side: 'browser' | 'server'): string {
  const other = side === 'browser' ? 'server' : 'browser';
  const lostOther = sides[other].find(({ counts }) => !counts);
  const isThere = sides[side].some(({ counts }) => counts);
  const lost = isThere ? lostOther : (sides[side][0] ?? lostOther);
  if (lost !== undefined) return lossWords(lost);
  if (pair.candidates.length > 0) return 'Several twins fit';
  if (pair.repeatOf !== null) return side === 'browser' ? 'Sent again by the browser' : 'Sent again by the server';
  return side === 'browser' ? 'No server copy' : 'No browser copy';
}

function lossWords({ side, outcome }: Copy): string {
  if (side === 'server') return 'Refused by Meta';
  if (outcome === 'blocked') return 'Blocked in the browser';
  return outcome === 'aborted' ? 'Cut off in the browser' : 'Failed in the browser';
}
