/**
 * Builds the three bundles: main (with the core and the command line beside it), preload and renderer.
 * Entries stand under `rollupOptions`, Vite's older name for them, because that is where knip looks.
 */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  /** Entries for Node: they run from source too, so what they import stays outside and is installed. */
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: here('electron/main/index.ts'),
          core: here('electron/core/process.ts'),
          'second-core': here('electron/core/apart/process.ts'),
          'recording-reader': here('electron/core/capture/recording-reader.ts'),
          cli: here('electron/cli/index.ts'),
          'script-preload': here('electron/core/capture/script/preload.ts'),
          'script-main': here('electron/core/capture/script/main.ts'),
          'script-reporter': here('electron/core/capture/script/reporter.ts'),
        },
        // Optional: installed or not, it is looked for when it is asked for.
        external: [/^@duckdb\//],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  /** A sandboxed preload is one CommonJS file that can require nothing but electron. */
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: here('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // Loaded from this machine.
      chunkSizeWarningLimit: 1000,
      // One style sheet, in the page from its start: the code that comes second has its looks already.
      cssCodeSplit: false,
      rollupOptions: { input: { index: here('renderer/index.html') } },
    },
  },
});
