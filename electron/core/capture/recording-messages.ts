/** What the core and the worker that reads a recording say to each other. */
import type { ErrorCode } from '../../../shared/api/errors.ts';
import type { InputId } from '../../../shared/model/fact.ts';
import type { RecordBatch, RecordingContent, RecordingKind } from './read-recording.ts';

/** `shown` stands in refusals. */
export type ReadingJob = { content: RecordingContent; shown: string };

/** Asks for the next batch: one message for each, the first once the input is open. */
export type ToReader = { input: InputId };

export type FromReader =
  | { did: 'recognize'; kind: RecordingKind }
  | { did: 'read'; batch: RecordBatch }
  | { did: 'end' }
  | { did: 'refuse'; code: ErrorCode; message: string };
