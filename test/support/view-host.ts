/** The built view in browser mode, served by the real loopback host over a stand-in core. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { startHost } from '../../electron/core/serve/loopback-host.ts';
import type { ViewCore } from './view-core.ts';

const rendererRoot = resolve(import.meta.dirname, '../../renderer');

/** Builds the view into a folder of its own; `close` removes it. */
export async function buildView(): Promise<{ folder: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'twinlane-view-'));
  await build({
    configFile: false,
    root: rendererRoot,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true },
  });
  return { folder, close: () => rm(folder, { recursive: true, force: true }) };
}

export function serveView(core: ViewCore, folder: string, again: { port?: number; token?: string } = {}) {
  const { port = 0, token } = again;
  return startHost({ core, port, rendererDir: folder, ...(token === undefined ? {} : { token }) });
}
