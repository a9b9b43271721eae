/** Marks of the connection check: a call that carries one is ours, and is neither stored, counted nor passed on. */
import { randomBytes } from 'node:crypto';

/** The header that carries the mark: it can be read before anything is done with the call. */
export const CHECK_HEADER = 'x-twinlane-check';

export type CheckMark = { value: string; wasSeen(): boolean; close(): void };

export type CheckMarks = {
  open(): CheckMark;
  /** True for a mark that is open; it counts as seen from then on. Marks of others mean nothing. */
  see(value: string | string[] | undefined): boolean;
};

export function createCheckMarks(): CheckMarks {
  const open = new Map<string, { isSeen: boolean }>();
  return {
    open: () => {
      const value = randomBytes(16).toString('hex');
      const mark = { isSeen: false };
      open.set(value, mark);
      return { value, wasSeen: () => mark.isSeen, close: () => void open.delete(value) };
    },
    see: (value) => {
      const mark = typeof value === 'string' ? open.get(value) : undefined;
      if (mark === undefined) return false;
      mark.isSeen = true;
      return true;
    },
  };
}
