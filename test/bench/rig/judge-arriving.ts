/** Judges the session file that it is given as if its facts came in by and by, and prints how long that took. */

import { createBook } from '../../../electron/core/session-book.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';
import type { Fact } from '../../../shared/model/fact.ts';

const BATCH = 500;

const [path = ''] = process.argv.slice(2);
const file = openSessionFile(path, { mode: 'read-only' });
const book = createBook({ file: null, keepFacts: false, onChanges: () => undefined, onNotice: () => undefined });
const { sink } = book.openInput('har', 'a day');
const started = performance.now();
let batch: Fact[] = [];
for (const fact of file.facts()) {
  batch.push(fact);
  if (batch.length === BATCH) await hand();
}
await hand();
const pairs = book.pipeline.pairs().length;
const ms = performance.now() - started;
const { rss } = process.memoryUsage();
book.close();
file.close();
process.stdout.write(`${JSON.stringify({ ms, heapBytes: process.memoryUsage().heapUsed, rss, pairs })}\n`);

async function hand(): Promise<void> {
  const facts = batch;
  batch = [];
  await sink.add(facts);
}
