/** The import table of the house, as a test: who may import what. The compiler and Biome say the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

type Zone = { folder: string; ours: string[]; packages: RegExp };

const none = /^$/;
const zones: Zone[] = [
  { folder: 'shared/api', ours: ['shared'], packages: /^zod$/ },
  { folder: 'shared', ours: ['shared'], packages: none },
  {
    folder: 'renderer',
    ours: ['renderer', 'shared'],
    packages: /^(?:react|react-dom|zustand|react-aria-components|@tanstack\/react-virtual)(?:\/|$)/,
  },
  { folder: 'electron/main', ours: ['electron/main', 'shared'], packages: /^(?:electron$|node:)/ },
  { folder: 'electron/preload', ours: ['electron/preload', 'shared'], packages: /^electron$/ },
  { folder: 'electron/core/store', ours: ['electron/core', 'shared'], packages: /^(?:node:|better-sqlite3$)/ },
  {
    folder: 'electron/core/capture/script',
    ours: ['electron/core', 'shared'],
    packages: /^(?:node:|ws$|playwright-core$|@playwright\/test\/reporter$)/,
  },
  {
    folder: 'electron/core/intake',
    ours: ['electron/core', 'shared'],
    packages: /^(?:node:|yauzl$|@duckdb\/node-api$|csv-parse\/sync$)/,
  },
  {
    folder: 'electron/core/capture',
    ours: ['electron/core', 'shared'],
    packages:
      /^(?:node:|mockttp$|qrcode$|proxy-from-env$|https-proxy-agent$|socks-proxy-agent$|pac-resolver$|@tootallnate\/quickjs-emscripten$)/,
  },
  {
    folder: 'electron/core',
    ours: ['electron/core', 'electron/demo', 'shared', 'package.json'],
    packages: /^(?:node:|mockttp$|ws$|csv-parse\/sync$)/,
  },
  { folder: 'electron/demo', ours: ['electron/demo', 'electron/core/source.ts', 'shared'], packages: /^node:/ },
  { folder: 'electron/cli', ours: ['electron', 'shared', 'package.json'], packages: /^(?:node:|vite$|qrcode$)/ },
];

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm),
  ].map(([, named, dynamic, bare]) => named ?? dynamic ?? bare ?? '');
}

function isAllowed(file: string, target: string, { ours, packages }: Zone): boolean {
  if (!target.startsWith('.')) return packages.test(target);
  const path = relative(root, resolve(root, dirname(file), target.replace(/\?.*$/, ''))).replaceAll('\\', '/');
  return ours.some((allowed) => path === allowed || path.startsWith(`${allowed}/`));
}

const files = ['shared', 'renderer', 'electron'].flatMap(sources);

it.each(zones)('$folder imports only what it may', ({ folder }) => {
  const breaches = files
    .filter((file) => zones.find((zone) => file.startsWith(`${zone.folder}/`))?.folder === folder)
    .flatMap((file) => {
      const zone = zones.find((each) => each.folder === folder);
      return importsOf(file)
        .filter((target) => zone !== undefined && !isAllowed(file, target, zone))
        .map((target) => `${file} → ${target}`);
    });
  expect(breaches).toEqual([]);
});

it('every source file belongs to a zone', () => {
  expect(files.filter((file) => !zones.some(({ folder }) => file.startsWith(`${folder}/`)))).toEqual([]);
});

it('no file is longer than 300 lines, and no index re-exports others', () => {
  const long = files.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300);
  const barrels = files.filter(
    (file) => /\/index\.ts$/.test(file) && /^export .* from /m.test(readFileSync(join(root, file), 'utf8')),
  );
  expect([...long, ...barrels]).toEqual([]);
});
