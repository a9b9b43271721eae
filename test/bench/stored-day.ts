/** A shop's day in a session file, judged in a process of its own: what the figures of judging have in common. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { type Checkout, ordinary, pixelFact, serverFact } from './rig/checkout-facts.ts';

/** Purchases of a day, each with two events. BENCH_EVENTS raises it: the goal is meant for a million. */
export const EVENTS = Number(process.env.BENCH_EVENTS ?? 20_000);

const BATCH = 500;

export type Judged = {
  /** Read, decoded, paired and diagnosed. */
  ms: number;
  /** What is held when all is judged. */
  heapBytes: number;
  /** Resident at that moment, garbage included. */
  rss: number;
  pairs: number;
};

const rigs = {
  atOnce: new URL('rig/judge-stored.ts', import.meta.url),
  arriving: new URL('rig/judge-arriving.ts', import.meta.url),
};

export type StoredDay = { path: string; remove(): void };

export function storeDay(purchases: number, checkoutOf: (n: number) => Checkout = ordinary): StoredDay {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
  const path = join(folder, 'day.twinlane');
  const file = openSessionFile(path, { mode: 'create' });
  for (let first = 0; first < purchases; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, purchases - first) }, (_, index) => first + index);
    file.append(numbers.flatMap((n) => [pixelFact(n, checkoutOf(n)), serverFact(n, checkoutOf(n))]));
  }
  file.close();
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}

/**
 * `how`: judged at once, as a session that is opened, or arriving in batches, as a log that is read. The heap may take
 * most of the memory that there is: Node's own limit is too small for a million purchases.
 */
export function judge({ path }: StoredDay, how: keyof typeof rigs = 'atOnce'): Judged {
  const rig = fileURLToPath(rigs[how]);
  const heapMb = Math.round((totalmem() / 2 ** 20) * 0.8);
  const printed = execFileSync(process.execPath, ['--expose-gc', `--max-old-space-size=${heapMb}`, rig, path]);
  return JSON.parse(printed.toString()) as Judged;
}

/** `run`, with days that are removed behind it. */
export function withDays<Result>(days: StoredDay[], run: () => Result): Result {
  try {
    return run();
  } finally {
    for (const day of days) day.remove();
  }
}
