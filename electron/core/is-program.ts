/** Whether a path leads to a file that may be run. */
import { accessSync, constants, statSync } from 'node:fs';

/** False also where the path cannot be looked at. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
