/** The test projects, from pure functions to real browsers; `npm test` runs them all. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const project = (name: string, folders: string[], timeoutMs: number, fileParallelism: boolean) => ({
  extends: true as const,
  test: {
    name,
    include: folders.flatMap((folder) => [`test/${folder}/**/*.test.ts`, `test/${folder}/**/*.test.tsx`]),
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    fileParallelism,
  },
});

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    pool: 'forks',
    projects: [
      {
        ...project('unit', ['unit', 'property', 'golden', 'contract'], 30_000, true),
        test: {
          ...project('unit', ['unit', 'property', 'golden', 'contract'], 30_000, true).test,
          include: ['test/*.test.ts', 'test/{unit,property,golden,contract}/**/*.test.{ts,tsx}'],
        },
      },
      project('integration', ['integration'], 60_000, false),
      project('browser', ['browser'], 120_000, false),
      project('electron', ['electron'], 120_000, false),
    ],
  },
});
