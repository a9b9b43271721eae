/** Hands files that only this window has to the core, piece by piece, with progress and a way out. */
import { create } from 'zustand';
import type { CallOutput } from '../../shared/api/contract.ts';
import { Refusal } from '../../shared/api/errors.ts';
import { UPLOAD_CHUNK_BYTES } from '../../shared/api/handshake.ts';
import { desktop } from '../connect.ts';
import { texts } from '../texts/texts.ts';
import { callCore } from './core-calls.ts';
import { attempt } from './feedback.ts';
import { openLookedInto } from './log-preview.ts';
import { orderWishes } from './order-wishes.ts';

export type ImportProgress = { name: string; doneBytes: number; totalBytes: number };

export const useImport = create<{ progress: ImportProgress | null }>(() => ({ progress: null }));

let isCancelled = false;

/** In the order given. Files that have a path on this machine are opened by it. */
export async function importFiles(files: readonly File[]): Promise<void> {
  isCancelled = false;
  for (const file of files) {
    const path = desktop?.pathOf(file) ?? '';
    const isDone =
      path === ''
        ? await attempt(texts.feedback.underWay.read(file.name), () => upload(file))
        : await openLookedInto(path);
    if (!isDone || isCancelled) return;
  }
}

/** Keeps a session in the sessions folder, for another window; resolves to its path. Rejects with a Refusal. */
export async function uploadApart(file: File): Promise<string> {
  isCancelled = false;
  const { stored } = await upload(file, { apart: true });
  if (stored === undefined) throw new Refusal('bad-input', texts.feedback.readingCancelled(file.name));
  return stored;
}

/** The core never gets the last piece, so nothing of the file is opened. */
export function cancelImport(): void {
  isCancelled = true;
}

type Stored = CallOutput<'session.import'>;

async function upload(file: File, how: { apart?: true } = {}): Promise<Stored> {
  const id = crypto.randomUUID();
  try {
    let doneBytes = 0;
    do {
      useImport.setState({ progress: { name: file.name, doneBytes, totalBytes: file.size } });
      const chunk = file.slice(doneBytes, doneBytes + UPLOAD_CHUNK_BYTES);
      doneBytes += chunk.size;
      const isLast = doneBytes >= file.size;
      const piece = { upload: id, name: file.name, base64: await base64Of(chunk), isLast, ...how, ...orderWishes() };
      const answer = await callCore('session.import', piece);
      if (isLast) return answer;
    } while (!isCancelled);
    return {};
  } finally {
    useImport.setState({ progress: null });
  }
}

/** Read as a data URL: the one way that every browser encodes without blocking the page. */
function base64Of(chunk: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(chunk);
  });
}
