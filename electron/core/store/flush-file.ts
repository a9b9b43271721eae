/** Sees to it that what was written to a file would survive a power cut, without holding up this thread. */
import { open } from 'node:fs/promises';

/** Resolves at once where the file is gone: then SQLite has flushed and removed it. */
export async function flushFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
