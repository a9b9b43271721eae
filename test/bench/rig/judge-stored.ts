/** Judges the session file that it is given, in a process of its own, and prints how long that took and what it holds. */
import { createPipeline } from '../../../electron/core/pipeline.ts';
import { openSessionFile } from '../../../electron/core/store/session-file.ts';

const [path = ''] = process.argv.slice(2);
const before = process.memoryUsage().heapUsed;
const started = performance.now();
const file = openSessionFile(path, { mode: 'read-only' });
const pipeline = createPipeline();
pipeline.take(file.facts());
const ms = performance.now() - started;
file.close();
const { rss } = process.memoryUsage();
globalThis.gc?.();
const heapBytes = process.memoryUsage().heapUsed - before;
process.stdout.write(`${JSON.stringify({ ms, heapBytes, rss, pairs: pipeline.pairs().length })}\n`);
