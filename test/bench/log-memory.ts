/** Figure: memory while a large server log is read: near its end against near its beginning. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Figure, round } from './figure.ts';
import { median } from './rounds.ts';
import { writeSampleLog } from './sample-log.ts';

/** BENCH_LOG_MB makes the log smaller, where 2 GB are too many. */
const LOG_BYTES = Number(process.env.BENCH_LOG_MB ?? 2_000) * 1_000_000;

export const logMemory: Figure = {
  name: 'log-memory',
  what: 'memory in the last quarter of a large log against the second quarter, 1 payload in 200 lines',
  unit: 'times',
  goal: { atMost: 1.1 },
  async measure() {
    const { bavail, bsize } = statfsSync(tmpdir());
    if (bavail * bsize < LOG_BYTES * 1.2) return { skipped: `the log needs ${LOG_BYTES / 1e6} MB in ${tmpdir()}` };
    const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
    const path = join(folder, 'shop.log');
    const { bytes } = writeSampleLog(path, { bytes: LOG_BYTES, payloadEvery: 200, isAllJson: false });
    const samples = await memoryWhileReading(path);
    rmSync(folder, { recursive: true });
    const quarter = Math.floor(samples.length / 4);
    const early = median(samples.slice(quarter, 2 * quarter));
    const late = median(samples.slice(-quarter));
    const megabytes = (kilobytes: number) => `${Math.round(kilobytes / 1_024)} MB`;
    return {
      value: round(late / early),
      detail: `${megabytes(early)} early, ${megabytes(late)} late, ${megabytes(Math.max(...samples))} at most, log of ${Math.round(bytes / 1e6)} MB`,
    };
  },
};

/** Resident memory in kilobytes, every 50 ms. */
async function memoryWhileReading(path: string): Promise<number[]> {
  const reader = fileURLToPath(new URL('rig/read-log.ts', import.meta.url));
  const child = spawn(process.execPath, [reader, path, 'memory'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const samples: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (/^\d+$/.test(line)) samples.push(Number(line));
  }
  const [status] = await ended;
  if (status !== 0 || samples.length < 8)
    throw new Error(`Reading the log ended with ${status} after ${samples.length} samples.`);
  return samples;
}
