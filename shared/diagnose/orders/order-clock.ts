/** When orders were placed, as far as it can be held beside events: times without a zone follow what most sales tell. */
import type { InputId } from '../../model/fact.ts';
import type { Entry } from './entry.ts';
import type { ZoneShifts } from './zone-shifts.ts';

export type OrderClock = {
  /** The order is new, or told anew. */
  put(entry: Entry): void;
  /** Sets `time` of the orders put, and of all orders of an export whose zone is understood otherwise now; returns them. */
  settle(): Iterable<Entry>;
};

/** Orders of one export whose times carry no zone, and by how much they were last moved. */
type Zoneless = { entries: Set<Entry>; shift: number | null };

export function createOrderClock(zones: Pick<ZoneShifts, 'of'>): OrderClock {
  const zoneless = new Map<InputId, Zoneless>();
  const inputs = new Map<Entry, InputId>();
  let fresh = new Set<Entry>();

  function put(entry: Entry): void {
    fresh.add(entry);
    const before = inputs.get(entry);
    if (before !== undefined) zoneless.get(before)?.entries.delete(entry);
    inputs.delete(entry);
    if (entry.order.timing !== 'zone-assumed') return;
    const { entries, shift } = zoneless.get(entry.input) ?? { entries: new Set(), shift: null };
    zoneless.set(entry.input, { entries: entries.add(entry), shift });
    inputs.set(entry, entry.input);
  }

  function setTime(entry: Entry): void {
    const { at, timing } = entry.order;
    const shift = timing === 'zone-assumed' ? zones.of(entry.input) : 0;
    entry.time = at === null || timing === 'day' || shift === null ? null : at + shift;
  }

  function settle(): Iterable<Entry> {
    for (const [input, group] of zoneless) {
      const shift = zones.of(input);
      if (shift === group.shift) continue;
      group.shift = shift;
      for (const entry of group.entries) fresh.add(entry);
    }
    const entries = fresh;
    fresh = new Set();
    for (const entry of entries) setTime(entry);
    return entries;
  }

  return { put, settle };
}
