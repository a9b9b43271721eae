/** Looks through the Purchase events of a pair whose custom data we saw; for the rules on value and currency. */
import { isGiven } from '../meta/money.ts';
import type { TrackedEvent } from '../model/event.ts';
import type { Json } from '../model/json.ts';
import type { PairView } from './rule.ts';

/** The Purchase events of which the source shows the custom data, and not the given field in it. */
export function purchasesWithout({ events }: PairView, field: 'value' | 'currency'): TrackedEvent[] {
  return events.filter(
    (event) => event.eventName === 'Purchase' && !isGiven(event.customData[field]) && isShown(event),
  );
}

function isShown(event: TrackedEvent): boolean {
  return event.side === 'browser' || event.shows.customData;
}

/** A side-by-side account of one custom data field for a finding's evidence. */
export function fieldEvidence(events: TrackedEvent[], field: string): { browser?: string; server?: string } {
  const evidence: { browser?: string; server?: string } = {};
  for (const event of events) evidence[event.side] = inWords(event.customData[field]);
  return evidence;
}

function inWords(value: Json | undefined): string {
  if (value === undefined || value === null) return 'missing';
  return value === '' ? 'empty' : typeof value === 'string' ? value : JSON.stringify(value);
}

/** `the Pixel call`, `the server event`, or `both copies`. */
export function sidesInWords(events: TrackedEvent[]): string {
  const sides = new Set(events.map(({ side }) => side));
  return sides.size === 2 ? 'both copies' : sides.has('browser') ? 'the Pixel call' : 'the server event';
}
