/** Finds the files that a path or a glob stands for. */
import { glob, stat } from 'node:fs/promises';
import { Refusal } from '../../../shared/api/errors.ts';
import { byAge } from './rotation.ts';

/** True where the text has a character that only globs have; a file of that very name is still found first. */
export function isGlob(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

/** Rotated logs in order, oldest first; a plain path stands for itself. Throws a Refusal where a glob finds nothing. */
export async function expandGlob(pattern: string): Promise<string[]> {
  const files = await filesOf(pattern);
  if (files.length === 0) throw new Refusal('unreadable-file', `No file matches ${pattern}.`);
  return files;
}

/** As `expandGlob`, but finding nothing is no error: the files may come later. */
export async function filesOf(pattern: string): Promise<string[]> {
  if (!isGlob(pattern) || (await isFile(pattern))) return [pattern];
  const files: string[] = [];
  for await (const path of glob(pattern)) {
    if (await isFile(path)) files.push(path);
  }
  return files.sort(byAge);
}

/** False as well where it cannot be told: a file may vanish between being listed and being looked at. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
