/** Loads a built bundle as Electron would, with a stand-in for the `electron` module, which only Electron has. */
import { cpSync, realpathSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const SCHEME = 'electron-stand-in:';
const standIns = new Map<string, Record<string, unknown>>();
Reflect.set(globalThis, SCHEME, standIns);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    const parent = context.parentURL ?? '';
    const key = [...standIns.keys()].find((folder) => parent.startsWith(`${folder}/`));
    if (key === undefined) throw new Error(`${parent} imports electron, and no stand-in was given for it.`);
    return { url: `${SCHEME}${encodeURIComponent(key)}`, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.startsWith(SCHEME)) return next(url, context);
    const key = decodeURIComponent(url.slice(SCHEME.length));
    const names = Object.keys(standIns.get(key) ?? {});
    const source = [
      `const it = globalThis[${JSON.stringify(SCHEME)}].get(${JSON.stringify(key)});`,
      ...names.map((name) => `export const ${name} = it.${name};`),
    ];
    return { format: 'module', shortCircuit: true, source: source.join('\n') };
  },
});

/**
 * Runs `file` and everything beside it from a copy in `folder`, so that each test has the bundle's state to itself.
 * A name that the bundle imports and the stand-in lacks is an error, as it would be in Electron. Returns the folder
 * as the bundle sees it.
 */
export function loadBundle(file: string, folder: string, standIn: Record<string, unknown>): string {
  const outDir = realpathSync(folder);
  const copy = join(outDir, basename(dirname(file)));
  cpSync(dirname(file), copy, { recursive: true });
  standIns.set(pathToFileURL(copy).href, standIn);
  require(join(copy, basename(file)));
  return outDir;
}
