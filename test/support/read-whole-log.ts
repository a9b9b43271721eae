/** Reads a log that a test wrote, as one that comes in pieces. */
import { Readable } from 'node:stream';
import { readLog } from '../../electron/core/intake/read-log.ts';
import { readServerRecord } from '../../shared/meta/capi-payload.ts';
import { recordingHandle } from './recording-handle.ts';

/** Feeds a log in pieces of the given size and returns what became of it. */
export async function readWholeLog(log: string | Buffer, pieceBytes = 64 * 1024) {
  const handle = recordingHandle();
  const bytes = Buffer.from(log);
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
  await readLog(Readable.from(pieces()), handle);
  const events = handle.records().flatMap((fact) => readServerRecord(fact).events);
  return { handle, events, found: events.map(({ eventId, source }) => [eventId, source.at]) };
}
