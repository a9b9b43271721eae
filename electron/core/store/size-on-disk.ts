/** What a session takes on disk, with the side files in which SQLite keeps its newest part. */
import { statSync } from 'node:fs';

/** Null where nothing is stored. */
export function sizeOnDisk(path: string | null): number | null {
  if (path === null) return null;
  return ['', '-wal'].reduce((sum, side) => sum + (statSync(path + side, { throwIfNoEntry: false })?.size ?? 0), 0);
}
