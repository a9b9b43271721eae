/** Measures several things in turns, so that whatever else the machine does falls on all of them alike. */

export type Contestant = { name: string; run(): Promise<void> };

/** Median time in ms of each contestant's runs, in the order given. The first turn of each warms up and is not counted. */
export async function medianTimes(contestants: Contestant[], rounds: number): Promise<number[]> {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const index of turnOrder(contestants.length, round)) {
      const started = performance.now();
      await contestants[index]?.run();
      if (round > 0) times[index]?.push(performance.now() - started);
    }
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below or at which that part of the values lies, `part` from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Who goes first changes from round to round. */
function turnOrder(count: number, round: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + round) % count);
}
