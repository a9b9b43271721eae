/** A file that is being read: how far it is, told to every guest, and the way to end it. */
import type { StatusBoard } from './status-board.ts';

/** What a reader reports to, and asks. */
export type ReadWatch = {
  onBytes(count: number): void;
  /** True once the person ended it: what was read until then is kept. */
  isStopped(): boolean;
};

/** Kept with the input whose reading was stopped. */
export const stoppedReason = 'You stopped reading here; the rest is not in this session.';

/** For readers that nobody watches. */
export const unwatched: ReadWatch = { onBytes: () => undefined, isStopped: () => false };

export type ReadFile = { name: string; totalBytes: number };

export type FileReading = {
  run(file: ReadFile, read: (watch: ReadWatch) => Promise<void>): Promise<void>;
  stop(): void;
};

/** Shorter ones are not worth a word. */
const quietMs = 500;
const tellEveryMs = 200;

export function createFileReading(status: StatusBoard): FileReading {
  let stopNow: (() => void) | null = null;
  return {
    async run({ name, totalBytes }, read) {
      let isStopped = false;
      let doneBytes = 0;
      let tellAt = Date.now() + quietMs;
      const tell = () => {
        if (Date.now() < tellAt) return;
        tellAt = Date.now() + tellEveryMs;
        status.set({ reading: { name, doneBytes: Math.min(Math.round(doneBytes), totalBytes), totalBytes } });
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
