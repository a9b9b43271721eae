/** For exports whose times carry no zone: by how much they are off, by the orders that events name. */
import type { InputId } from '../../model/fact.ts';
import { diagnoseThresholds } from '../thresholds.ts';

export type ZoneShifts = {
  /** Notes how far a named sale lies behind its order's time, read as UTC; `gapMs` null takes the note away. */
  note(pair: string, input: InputId, gapMs: number | null): void;
  /** In ms; null where no order of this export is named by an event. */
  of(input: InputId): number | null;
};

export function createZoneShifts(): ZoneShifts {
  const counts = new Map<InputId, Map<number, number>>();
  const noted = new Map<string, { input: InputId; shift: number }>();
  const best = new Map<InputId, number | null>();

  function add({ input, shift }: { input: InputId; shift: number }, change: 1 | -1): void {
    const shifts = counts.get(input) ?? new Map<number, number>();
    counts.set(input, shifts.set(shift, (shifts.get(shift) ?? 0) + change));
    best.delete(input);
  }

  /** The most frequent, of equally frequent ones the smallest. */
  function find(input: InputId): number | null {
    const shifts = [...(counts.get(input) ?? [])].filter(([, count]) => count > 0);
    shifts.sort(([a, often], [b, other]) => other - often || Math.abs(a) - Math.abs(b) || a - b);
    return shifts[0]?.[0] ?? null;
  }

  return {
    note(pair, input, gapMs) {
      const before = noted.get(pair);
      if (before !== undefined) add(before, -1);
      noted.delete(pair);
      const step = diagnoseThresholds.zoneStepMs;
      if (gapMs === null || Math.abs(gapMs) > diagnoseThresholds.widestZoneMs) return;
      const now = { input, shift: Math.round(gapMs / step) * step };
      noted.set(pair, now);
      add(now, 1);
    },
    of(input) {
      const known = best.get(input);
      if (known !== undefined) return known;
      const found = find(input);
      best.set(input, found);
      return found;
    },
  };
}
