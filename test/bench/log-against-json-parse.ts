/** Figure: reading a server log, against the least that any reader of it must do: split lines and JSON.parse each. */
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readLogFile } from '../../electron/core/intake/read-log.ts';
import { benchHandle } from './bench-handle.ts';
import { type Figure, type Measured, round } from './figure.ts';
import { medianTimes } from './rounds.ts';
import { writeSampleLog } from './sample-log.ts';

const LOG_BYTES = 40 * 2 ** 20;
const ROUNDS = 7;

/** A log of the whole shop, in which one line of twenty is a payload. */
export const logAgainstJsonParse: Figure = {
  name: 'log-against-json-parse',
  what: 'server log read and searched against a bare JSON.parse of each line, 1 payload in 20 lines',
  unit: 'times',
  goal: { atMost: 2 },
  measure: () => measure(20),
};

/** The hardest log: nothing can be passed over. */
export const payloadsAgainstJsonParse: Figure = {
  name: 'payloads-against-json-parse',
  what: 'server log of payloads alone read, redacted and made into facts against a bare JSON.parse of each line',
  unit: 'times',
  goal: { atMost: 2 },
  measure: () => measure(1),
};

async function measure(payloadEvery: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'twinlane-bench-'));
  const path = join(folder, 'shop.log');
  const { bytes, payloads } = writeSampleLog(path, { bytes: LOG_BYTES, payloadEvery, isAllJson: true });
  const bare = { name: 'JSON.parse', run: () => parseEachLine(path) };
  const ours = { name: 'intake', run: () => readAll(path, payloads) };
  const [bareMs = Number.NaN, oursMs = Number.NaN] = await medianTimes([bare, ours], ROUNDS);
  rmSync(folder, { recursive: true });
  const speed = (ms: number) => `${Math.round(bytes / 1_000 / ms)} MB/s`;
  return { value: round(oursMs / bareMs), detail: `JSON.parse ${speed(bareMs)}, intake ${speed(oursMs)}` };
}

async function parseEachLine(path: string): Promise<void> {
  let payloads = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (JSON.parse(line).body !== undefined) payloads += 1;
  }
  if (payloads === 0) throw new Error('The log holds no payload.');
}

async function readAll(path: string, payloads: number): Promise<void> {
  const handle = benchHandle();
  await readLogFile(path, handle);
  if (handle.facts < payloads) throw new Error(`${handle.facts} facts of ${payloads} payloads.`);
}
