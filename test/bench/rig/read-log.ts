/** Reads one log to its end and prints how many facts were in it; with `memory`, first a line for each sample of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { readLogFile } from '../../../electron/core/intake/read-log.ts';
import { benchHandle } from '../bench-handle.ts';

const [path = '', memory] = process.argv.slice(2);
const handle = benchHandle();
const reading = readLogFile(path, handle);
if (memory !== undefined) await sampleMemory(reading);
await reading;
process.stdout.write(`${handle.facts} facts\n`);

async function sampleMemory(until: Promise<void>): Promise<void> {
  let isOver = false;
  const over = until.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    process.stdout.write(`${Math.round(process.memoryUsage.rss() / 1_024)}\n`);
    await Promise.race([pause(50), over]);
  }
}
