/** Finds the package's own folder and the built view in it, from the source tree and from the bundle alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Refusal } from '../../shared/api/errors.ts';

/** The nearest folder above this file that holds a package.json. */
export function packageFolder(from: string = import.meta.dirname): string {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Refusal('not-found', 'The installation is incomplete: its package.json is missing.');
}

/** Refuses where the view was never built. */
export function viewFolder(): string {
  const view = join(packageFolder(), 'out', 'renderer');
  if (existsSync(join(view, 'index.html'))) return view;
  throw new Refusal('not-found', 'The window is not built yet: run npm run build first.');
}
