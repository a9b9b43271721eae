/** Finds the file with which a process or a thread of its own begins. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `here`: the caller's folder. In the source the file stands beside the caller, in the bundle under a name of its own. */
export function entryFile(here: string, { source, bundle }: { source: string; bundle: string }): string {
  const places = [join(here, source), join(here, bundle), join(dirname(here), bundle)];
  return places.find((place) => existsSync(place)) ?? join(here, source);
}
