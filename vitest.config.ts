/** The test projects, from pure functions to real browsers; `npm test` runs them all. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The command line is started some hundred times: each start finds its modules compiled.
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, 'node_modules/.cache/node-compile');

type Parallel = { fileParallelism: boolean; maxWorkers?: number; sequence?: { groupOrder: number } };

const project = (name: string, include: string[], timeoutMs: number, parallel: Parallel) => ({
  extends: true as const,
  test: { name, include, testTimeout: timeoutMs, hookTimeout: timeoutMs, ...parallel },
});

const oneByOne = { fileParallelism: false };

/** After the unit tests, two at a time: one file waits for its browser while another works. */
const twoAtATime = { fileParallelism: true, maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    pool: 'forks',
    projects: [
      project('unit', ['test/*.test.ts', 'test/{unit,property,golden,contract}/**/*.test.{ts,tsx}'], 30_000, {
        fileParallelism: true,
      }),
      project('integration', ['test/integration/**/*.test.ts'], 60_000, oneByOne),
      project('browser', ['test/browser/**/*.test.ts'], 120_000, twoAtATime),
      project('electron', ['test/electron/**/*.test.ts'], 120_000, oneByOne),
    ],
  },
});
