/** Figure: finding the payloads of a server log with jq, against reading it here; each as a process from start to end. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Figure, round } from './figure.ts';
import { medianTimes } from './rounds.ts';
import { writeSampleLog } from './sample-log.ts';

const LOG_BYTES = 200 * 2 ** 20;
const ROUNDS = 3;

export const logAgainstJq: Figure = {
  name: 'log-against-jq',
  what: 'payloads found by jq against the same log read here, as whole processes',
  unit: 'times',
  goal: { atLeast: 3 },
  async measure() {
    if (spawnSync('jq', ['--version']).status !== 0) return { skipped: 'jq is not installed' };
    const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
    const path = join(folder, 'shop.log');
    writeSampleLog(path, { bytes: LOG_BYTES, payloadEvery: 20, isAllJson: true });
    const reader = fileURLToPath(new URL('rig/read-log.ts', import.meta.url));
    const [jqMs = Number.NaN, oursMs = Number.NaN] = await medianTimes(
      [
        { name: 'jq', run: () => runProcess('jq', ['-c', 'select(.body.data != null) | .body.data[]', path]) },
        { name: 'intake', run: () => runProcess(process.execPath, [reader, path]) },
      ],
      ROUNDS,
    );
    rmSync(folder, { recursive: true });
    return { value: round(jqMs / oursMs), detail: `jq ${Math.round(jqMs)} ms, intake ${Math.round(oursMs)} ms` };
  },
};

async function runProcess(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Error(`${command} ended with ${status}.`);
}
