/** Pairs a set of events: the whole of SPEC.md as one pure function. */
import type { Pair } from '../model/pair.ts';
import { compareTraits, joinByEvidence, joinFallback } from './match.ts';
import type { Traits } from './traits.ts';
import { markTwins } from './twins.ts';
import { formUnits } from './unit.ts';
import { toPair } from './verdict.ts';

/** Any order of `all` gives the same pairs; pairs come in order of time. */
export function pairEvents(all: Traits[]): Pair[] {
  const sorted = [...all].sort(compareTraits);
  const units = formUnits([...sorted].sort((a, b) => a.receivedAt - b.receivedAt));
  markTwins(units, 'browser');
  markTwins(units, 'server');
  joinFallback(units);
  joinByEvidence(units);
  return units
    .filter((unit) => unit.browser.length + unit.server.length > 0)
    .map(toPair)
    .sort((a, b) => a.at - b.at || a.key.localeCompare(b.key));
}
