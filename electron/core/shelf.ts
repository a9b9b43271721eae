/** The sessions as a collection: how they are called, deleting one, and bringing it back. */
import { resolve } from 'node:path';
import { Refusal } from '../../shared/api/errors.ts';
import type { SessionLabel } from '../../shared/model/label.ts';
import type { Desk } from './desk.ts';
import { writeLabel } from './store/session-label.ts';
import { sessionTrash } from './store/session-trash.ts';

export type Shelf = {
  /** `path` null: the open session. Throws a StorageFailure where the file cannot be written. */
  label(path: string | null, label: SessionLabel): void;
  /** Returns what `restore` takes. An open session is refused. */
  discard(path: string): string;
  /** Returns where the session is again. */
  restore(trashed: string): string;
};

export function createShelf({ folder, desk }: { folder: string; desk: Desk }): Shelf {
  const trash = sessionTrash(folder);
  trash.empty(Date.now());

  function label(path: string | null, wanted: SessionLabel): void {
    const book = desk.book();
    const openPath = book?.path ?? null;
    if (path !== null && resolve(path) !== openPath) writeLabel(path, wanted);
    else if (openPath === null) throw new Refusal('not-found', 'This session is not stored, so it cannot be named.');
    else {
      book?.putLabel(wanted);
      desk.status.set({ label: wanted });
    }
  }

  return { label, discard: (path) => trash.discard(path, Date.now()), restore: trash.restore };
}
