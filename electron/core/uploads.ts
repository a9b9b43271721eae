/** Puts together the files that a guest sends in chunks: a browser tab cannot hand over a path. */
import type { CallInput, CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { openContent, storeSession } from './open-files.ts';
import type { Session } from './session.ts';

/** More than this belongs on the command line or into the desktop app, which read from disk. */
const limitBytes = 512 * 1024 * 1024;

const abandonedAfterMs = 60_000;

export function createUploads() {
  const open = new Map<string, { parts: Buffer[]; lastAt: number }>();

  async function take(chunk: CallInput<'session.import'>, session: Session): Promise<CallOutput<'session.import'>> {
    forgetAbandoned();
    const parts = open.get(chunk.upload)?.parts ?? [];
    parts.push(Buffer.from(chunk.base64, 'base64'));
    open.set(chunk.upload, { parts, lastAt: Date.now() });
    if (parts.reduce((sum, part) => sum + part.length, 0) > limitBytes) {
      open.delete(chunk.upload);
      throw new Refusal('unreadable-file', `${chunk.name} is larger than 512 MB. Open it with twinlane analyze.`);
    }
    if (!chunk.isLast) return {};
    open.delete(chunk.upload);
    const content = { name: chunk.name, bytes: Buffer.concat(parts), wishes: chunk.orders };
    if (chunk.apart === true) return { stored: await storeSession(session, content) };
    await openContent(session, content);
    return {};
  }

  /** A guest that cancels, or goes away, sends no last chunk. */
  function forgetAbandoned(): void {
    for (const [upload, { lastAt }] of open) if (Date.now() - lastAt > abandonedAfterMs) open.delete(upload);
  }

  return { take };
}
