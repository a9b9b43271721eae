/** An input whose facts are counted and let go: the bench of the readers must not measure a store. */
import type { InputHandle } from '../../electron/core/source.ts';

export type BenchHandle = InputHandle & { facts: number };

export function benchHandle(): BenchHandle {
  const handle: BenchHandle = {
    input: { id: 0, kind: 'log', name: 'bench.log', records: 0, skipped: 0 },
    facts: 0,
    count: () => undefined,
    sink: {
      add: async (facts) => {
        handle.facts += facts.length;
      },
    },
  };
  return handle;
}
