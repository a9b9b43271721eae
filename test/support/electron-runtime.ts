/** Finds the Electron runtime without asking the `electron` package, which would download it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type ElectronRuntime = { path: string } | { missing: string };

/** Where a real Electron can run its sandboxed window; else one line that says what is missing. */
export function electronRuntime(): ElectronRuntime {
  const folder = resolve(import.meta.dirname, '../../node_modules/electron');
  const named = join(folder, 'path.txt');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const path = existsSync(named) ? join(dist, readFileSync(named, 'utf8')) : null;
  if (path === null || !existsSync(path)) {
    return { missing: 'the Electron runtime is not installed (node node_modules/electron/install.js)' };
  }
  if (process.platform !== 'linux') return { path };
  if (process.getuid?.() === 0) return { missing: 'Chromium’s sandbox does not run as root' };
  const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined;
  return hasDisplay ? { path } : { missing: 'there is no display (run under xvfb-run)' };
}
