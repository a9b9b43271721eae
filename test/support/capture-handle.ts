/** An input that keeps its facts in memory, for tests of sources without a session. */
import type { InputHandle } from '../../electron/core/source.ts';
import type { Fact, Input } from '../../shared/model/fact.ts';

export type CaptureHandle = InputHandle & {
  facts: Fact[];
  /** The facts of one kind, in order. */
  of<K extends Fact['kind']>(kind: K): Extract<Fact, { kind: K }>[];
};

/** `id` is the input's number. */
export function captureHandle(kind: Input['kind'] = 'proxy', id = 0): CaptureHandle {
  const facts: Fact[] = [];
  const input: Input = { id, kind, name: kind, records: 0, skipped: 0 };
  return {
    input,
    facts,
    of: <K extends Fact['kind']>(wanted: K) =>
      facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === wanted),
    sink: {
      async add(added) {
        facts.push(...added);
      },
    },
    count(usable) {
      if (usable) input.records++;
      else input.skipped++;
    },
  };
}
