/** By which keys Meta could find the person: how many events of each name and side carry each key. */
import { customerValues } from '../diagnose/customer-values.ts';
import { matchKeysOf } from '../meta/customer-information.ts';
import type { ServerEvent, Side, TrackedEvent } from '../model/event.ts';
import type { KeyCoverage, Scores } from '../report/report.ts';
import { inWords, score } from './share.ts';

/** In the order in which they are told (Meta, customer information parameters). */
const knownKeys = [
  'em',
  'ph',
  'fn',
  'ln',
  'ge',
  'db',
  'ct',
  'st',
  'zp',
  'country',
  'external_id',
  'client_ip_address',
  'client_user_agent',
  'fbp',
  'fbc',
];

/** Each of these points at a person or a browser. */
const telling = ['em', 'ph', 'external_id', 'fbp', 'fbc'];

/** Told even where no event has them. A Pixel call carries address and user agent by being a call. */
const alwaysTold: Record<Side, readonly string[]> = {
  browser: telling,
  server: [...telling, 'client_ip_address', 'client_user_agent'],
};

type Tally = { of: number; withKey: Map<string, number> };

export function matchKeys(own: readonly TrackedEvent[]): Scores['matchKeys'] {
  const byName = new Map<string, Record<Side, Tally>>();
  let [shown, findable] = [0, 0];
  for (const event of own) {
    if (!showsKeys(event)) continue;
    const keys = keysOf(event);
    const tally = byName.get(event.eventName) ?? { browser: newTally(), server: newTally() };
    byName.set(event.eventName, tally);
    addTo(tally[event.side], keys);
    if (event.side !== 'server') continue;
    shown += 1;
    if (telling.some((key) => keys.has(key))) findable += 1;
  }
  const note = `${inWords(findable, shown)} server events carry em, ph, external_id, fbp or fbc. Meta's own event match quality is not computable here: it depends on whom Meta finds.`;
  return { ...score(findable, shown, note), byKey: rowsOf(byName) };
}

function showsKeys(event: TrackedEvent): boolean {
  return event.side === 'browser' || event.shows.userData;
}

function keysOf(event: TrackedEvent): Set<string> {
  if (event.side === 'server') return new Set(matchKeysOf(event satisfies ServerEvent));
  const keys = new Set(customerValues(event).keys());
  if (event.fbp !== null) keys.add('fbp');
  if (event.fbc !== null) keys.add('fbc');
  return keys;
}

function newTally(): Tally {
  return { of: 0, withKey: new Map() };
}

function addTo(tally: Tally, keys: ReadonlySet<string>): void {
  tally.of += 1;
  for (const key of keys) tally.withKey.set(key, (tally.withKey.get(key) ?? 0) + 1);
}

/** By event name, then browser before server. */
function rowsOf(byName: ReadonlyMap<string, Record<Side, Tally>>): KeyCoverage[] {
  const names = [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  return names.flatMap(([eventName, tally]) =>
    (['browser', 'server'] as const).flatMap((side) => {
      const { of, withKey } = tally[side];
      if (of === 0) return [];
      const keys = [...new Set([...alwaysTold[side], ...withKey.keys()])].sort(compareKeys);
      return keys.map((key) => ({ eventName, side, key, with: withKey.get(key) ?? 0, of }));
    }),
  );
}

/** Known keys in their order, then others by name. */
function compareKeys(a: string, b: string): number {
  const place = (key: string) => (knownKeys.includes(key) ? knownKeys.indexOf(key) : knownKeys.length);
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
