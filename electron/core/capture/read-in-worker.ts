/** Has a recording read by a worker: the core stays free for its guests and its proxy. */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../../shared/api/errors.ts';
import type { InputId } from '../../../shared/model/fact.ts';
import { entryFile } from '../entry-file.ts';
import type { ReadWatch } from '../file-reading.ts';
import { logInternal } from '../serve/log-internal.ts';
import type { RecordBatch, RecordingContent, RecordingKind } from './read-recording.ts';
import type { FromReader, ReadingJob, ToReader } from './recording-messages.ts';

/** `out of memory` and `broken`: the worker died; what it had read until then is kept. */
export type ReadingEnd = 'whole' | 'stopped' | 'out of memory' | 'broken';

/** `open` comes first, and not at all for what is refused; `keep` resolves once the batch is stored. */
export type Keeper = { open(kind: RecordingKind): InputId; keep(batch: RecordBatch): Promise<void> };

const entry = { source: 'recording-reader.ts', bundle: 'recording-reader.js' };

const watchEveryMs = 50;

/**
 * What a process has by itself where there are 16 GB; where there is less, its own limit would end a recording that
 * still fits. At the limit V8 ends the worker, unless a single request was far too large: that ends the process.
 */
const memory = { maxOldGenerationSizeMb: 4096 };

/** Throws the worker's refusals, and what `keeper` throws. Bytes are given away: they are the worker's afterwards. */
export async function readInWorker(job: ReadingJob, keeper: Keeper, watch: ReadWatch): Promise<ReadingEnd> {
  const worker = new Worker(entryFile(import.meta.dirname, entry), {
    workerData: job,
    transferList: ownBuffer(job.content),
    resourceLimits: memory,
  });
  let death: unknown;
  worker.on('error', (error) => {
    death = error;
  });
  const stop = stopOf(watch);
  try {
    return await follow(worker, keeper, { watch, signal: stop.signal });
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return 'stopped';
    if (error !== death) throw error;
    return endOf(error);
  } finally {
    stop.close();
    // In the middle of a long text it ends a moment later; nobody has to wait for that.
    void worker.terminate();
  }
}

type Following = { watch: ReadWatch; signal: AbortSignal };

/** The next batch is read while one is stored, and not more: a slow disk does not fill the memory. */
async function follow(worker: Worker, keeper: Keeper, { watch, signal }: Following): Promise<ReadingEnd> {
  const ask = (input: InputId) => worker.postMessage({ input } satisfies ToReader);
  let input: InputId = 0;
  for await (const [told] of on(worker, 'message', { close: ['exit'], signal }) as AsyncIterable<[FromReader]>) {
    if (told.did === 'end') return 'whole';
    if (told.did === 'refuse') throw new Refusal(told.code, told.message);
    if (told.did === 'recognize') input = keeper.open(told.kind);
    ask(input);
    if (told.did === 'read') await keeper.keep(told.batch);
    if (watch.isStopped()) return 'stopped';
  }
  return 'broken';
}

/** Asks the watch while the worker says nothing, and lets it tell of a reading that has given nothing yet. */
function stopOf(watch: ReadWatch): { signal: AbortSignal; close(): void } {
  const stop = new AbortController();
  const timer = setInterval(() => {
    watch.onBytes(0);
    if (watch.isStopped()) stop.abort();
  }, watchEveryMs);
  return { signal: stop.signal, close: () => clearInterval(timer) };
}

function endOf(death: unknown): ReadingEnd {
  if (death instanceof Error && 'code' in death && death.code === 'ERR_WORKER_OUT_OF_MEMORY') return 'out of memory';
  logInternal(death, 'reading a recording');
  return 'broken';
}

/** What can be handed over without a copy: bytes that have their memory to themselves. */
function ownBuffer(content: RecordingContent): ArrayBuffer[] {
  if (!('bytes' in content)) return [];
  const { buffer, byteLength } = content.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
