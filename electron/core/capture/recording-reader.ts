/** Entry of the worker that reads one recording for the core, which stores what it asks for. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '../../../shared/api/errors.ts';
import { readRecording } from './read-recording.ts';
import type { FromReader, ReadingJob, ToReader } from './recording-messages.ts';

const core = parentPort;
if (core === null) throw new Error('This file runs inside a worker of the core.');
const tell = (message: FromReader) => core.postMessage(message);

/** Listens from the moment on at which the core may answer: before that nothing is sent. */
async function ask(message: FromReader): Promise<ToReader> {
  tell(message);
  const [answer] = await once(core as NonNullable<typeof core>, 'message');
  return answer;
}

try {
  const { content, shown } = workerData as ReadingJob;
  const { kind, batches } = await readRecording(content, shown);
  const { input } = await ask({ did: 'recognize', kind });
  for (const batch of batches(input)) await ask({ did: 'read', batch });
  tell({ did: 'end' });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  tell({ did: 'refuse', code: error.code, message: error.message });
}
