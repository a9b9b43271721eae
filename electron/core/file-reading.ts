/** A file that is being read from disk: how far it is, told to every guest, and the way to end it. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { StatusBoard } from './status-board.ts';

/** What a reader reports to, and asks. */
export type ReadWatch = {
  onBytes(count: number): void;
  /** True once the person ended it: what was read until then is kept. */
  isStopped(): boolean;
};

export type FileReading = {
  run(path: string, read: (watch: ReadWatch) => Promise<void>): Promise<void>;
  stop(): void;
};

/** Shorter ones are not worth a word. */
const quietMs = 500;
const tellEveryMs = 200;

export function createFileReading(status: StatusBoard): FileReading {
  let stopNow: (() => void) | null = null;
  return {
    async run(path, read) {
      let isStopped = false;
      let doneBytes = 0;
      let tellAt = Date.now() + quietMs;
      const name = basename(path);
      const totalBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      const tell = () => {
        if (Date.now() < tellAt) return;
        tellAt = Date.now() + tellEveryMs;
        status.set({ reading: { name, doneBytes, totalBytes } });
      };
      stopNow = () => {
        isStopped = true;
      };
      const onBytes = (count: number) => {
        doneBytes += count;
        tell();
      };
      try {
        await read({ onBytes, isStopped: () => isStopped });
      } finally {
        if (status.now().reading !== null) status.set({ reading: null });
      }
    },
    stop: () => stopNow?.(),
  };
}
