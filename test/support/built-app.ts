/** The app as `npm run build` makes it, for tests of the bundles themselves. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';

const root = resolve(import.meta.dirname, '../..');
const outDir = join(root, 'out');
const lock = join(outDir, '.building');
const sources = ['electron', 'shared', 'renderer', 'package.json', 'electron.vite.config.ts'];

/** Absolute path of the built folder; builds first where a source is newer. Safe to call from several processes. */
export async function builtApp(): Promise<string> {
  if (isFresh()) return outDir;
  mkdirSync(outDir, { recursive: true });
  await eventually(takeLock, { withinMs: 120_000 });
  try {
    if (!isFresh()) await build();
  } finally {
    rmdirSync(lock);
  }
  return outDir;
}

async function build(): Promise<void> {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env });
}

/** A lock older than two minutes was left by a process that died. */
function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (Date.now() - timeOf(lock) > 120_000) rmdirSync(lock);
    return false;
  }
}

/** The renderer is built last. */
function isFresh(): boolean {
  return timeOf(join(outDir, 'renderer/index.html')) > Math.max(...sources.map((name) => newest(join(root, name))));
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return Math.max(stats.mtimeMs, ...names.map((name) => timeOf(join(path, name))));
}

/** 0 where there is nothing. */
function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
