/** An input that keeps the facts it is given, for tests of sources. */
import type { InputHandle } from '../../electron/core/source.ts';
import type { Fact, Input, ProblemFact, ServerAnswerFact, ServerRecordFact } from '../../shared/model/fact.ts';

export type RecordingHandle = InputHandle & {
  facts: Fact[];
  records(): ServerRecordFact[];
  answers(): ServerAnswerFact[];
  problems(): ProblemFact[];
  /** While true, facts cannot be stored. */
  isFull: boolean;
};

export function recordingHandle(kind: Input['kind'] = 'log', name = 'test.log'): RecordingHandle {
  const input: Input = { id: 3, kind, name, records: 0, skipped: 0 };
  const facts: Fact[] = [];
  const handle: RecordingHandle = {
    input,
    facts,
    isFull: false,
    sink: {
      async add(added) {
        if (handle.isFull) throw new Error('disk full');
        facts.push(...added);
      },
    },
    count(usable) {
      input.records++;
      if (!usable) input.skipped++;
    },
    records: () => facts.filter((fact) => fact.kind === 'server-record'),
    answers: () => facts.filter((fact) => fact.kind === 'server-answer'),
    problems: () => facts.filter((fact) => fact.kind === 'problem'),
  };
  return handle;
}
