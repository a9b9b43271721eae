/** One open session: its inputs, its file (if it has one) and the pipeline over it. Facts in, changes out. */
import type { Fact, Input, InputId } from '../../shared/model/fact.ts';
import { type Identity, noIdentity } from '../../shared/model/identity.ts';
import type { SessionLabel } from '../../shared/model/label.ts';
import type { Mark } from '../../shared/model/mark.ts';
import type { PageLoad } from '../../shared/model/page-load.ts';
import type { Step } from '../../shared/model/step.ts';
import type { ReportSource } from '../../shared/report/build-report.ts';
import { type AxisListener, type AxisNotes, createAxisNotes } from './axis-notes.ts';
import { createFactMemory, type FactMemory } from './fact-memory.ts';
import type { ReadWatch } from './file-reading.ts';
import { markFact } from './marks.ts';
import { pacedPipeline } from './paced-pipeline.ts';
import { type Changes, createPipeline, type Pipeline } from './pipeline.ts';
import { replaySlowly } from './replay-slowly.ts';
import type { FactSink, InputHandle, OpenInput } from './source.ts';
import type { FactWithAnswers } from './store/facts-table.ts';
import type { SessionFile } from './store/session-over.ts';
import { createWriter, type Writer } from './store/writer.ts';

export type BookOptions = AxisListener & {
  /** Null: nothing is stored, the recordings that were opened are on disk already. */
  file: SessionFile | null;
  datasetId?: string | null;
  /** The tester's known values; never stored. */
  identity?: Identity;
  /** False where nobody will ask for raw bodies: a long log then leaves no text in memory. */
  keepFacts: boolean;
  /** Given where a person waits for the stored session: it comes in piece by piece then. Without it, all at once. */
  watch?: ReadWatch;
  onChanges(changes: Changes): void;
  onNotice(level: 'info' | 'warning' | 'error', text: string): void;
};

export type SessionBook = {
  pipeline: Pipeline;
  /** The tester's known values, for looking closer at single fields. */
  identity: Identity;
  path: string | null;
  putLabel(label: SessionLabel): void;
  openInput: OpenInput;
  /** Where the file of an input stands; null where it has none, or the session was opened again. */
  pathOf(input: InputId): string | null;
  /** Inputs with their problems, as status and report show them. */
  inputs(): ReportSource['inputs'];
  /** The fact behind an event with its answers, for the raw view. */
  fact(key: string): FactWithAnswers | null;
  marks(): Mark[];
  steps(): Step[];
  pageLoads(): PageLoad[];
  /** Stores a mark; `text` null takes it away. Resolves when it is on disk. */
  mark(wish: Parameters<typeof markFact>[0]): Promise<void>;
  /** Resolves when all that the file holds is taken in, or reading was stopped; never rejects. */
  replayed: Promise<void>;
  /** Takes in a stored session without keeping its file; only into a book that has no inputs yet. */
  adopt(file: SessionFile): void;
  /** Everything that was captured, in order; empty where facts are not kept. */
  facts(): Iterable<Fact>;
  reportSource(): ReportSource;
  /** Commits what waits and closes the file. */
  close(): void;
};

export function createBook(options: BookOptions): SessionBook {
  const inputs: Input[] = options.file?.inputs() ?? [];
  const memory = options.file === null && options.keepFacts ? createFactMemory() : null;
  const notes = createAxisNotes(options);
  const paths = new Map<InputId, string>();
  let settling: NodeJS.Timeout | undefined;
  const paced = pacedPipeline(createPipeline(options), {
    onChanges: (changes) => {
      options.onChanges(changes);
      clearTimeout(settling);
      const at = pipeline.settlesAt();
      if (at !== null) settling = setTimeout(paced.take, at - Date.now(), []).unref();
    },
  });
  const { pipeline } = paced;
  const take = (facts: Iterable<Fact>) => {
    paced.take(passing(facts, { memory, notes }));
    notes.tell();
  };
  const writer = options.file === null ? null : writerOver(options.file, { ...options, take });
  /** Replays a stored session at once, its facts never all in memory: the pipeline is at its best with many together. */
  const replay = (file: SessionFile) => {
    if (file.count() > 0) take(file.facts());
  };
  const replayed = options.file === null ? undefined : replayOwn(options.file, { replay, take, options });

  const openInput: OpenInput = (kind, name, path) => {
    const input: Input = { id: inputs.length, kind, name, records: 0, skipped: 0 };
    inputs.push(input);
    if (path !== undefined) paths.set(input.id, path);
    writer?.putInput(input);
    return handleFor(input, sinkOver(writer, { take, input }));
  };
  const withProblems = () => inputs.map((input) => ({ ...input, ...saidOf(pipeline, input.id) }));

  return {
    pipeline,
    identity: options.identity ?? noIdentity,
    path: options.file?.path ?? null,
    putLabel: (label) => options.file?.putLabel(label),
    openInput,
    pathOf: (input) => paths.get(input) ?? null,
    inputs: withProblems,
    fact: (key) => options.file?.fact(key) ?? memory?.find(key) ?? null,
    marks: notes.marks,
    steps: notes.steps,
    pageLoads: notes.pageLoads,
    mark: async (wish) => {
      const fact = markFact(wish, Date.now());
      if (writer === null) take([fact]);
      else await writer.add([fact]);
    },
    replayed: Promise.resolve(replayed),
    adopt: (file) => {
      inputs.push(...file.inputs());
      replay(file);
    },
    facts: () => options.file?.facts() ?? memory?.all ?? [],
    reportSource: () => ({
      inputs: withProblems(),
      events: pipeline.events(),
      pairs: pipeline.pairs(),
      findings: pipeline.findings(),
      orders: pipeline.orders(),
    }),
    close: () => {
      for (const input of inputs) writer?.putInput(input);
      writer?.close();
      paced.close();
      clearTimeout(settling);
      options.file?.close();
    },
  };
}

type Replay = { replay(file: SessionFile): void; take(facts: Iterable<Fact>): void; options: BookOptions };

function replayOwn(file: SessionFile, { replay, take, options }: Replay): Promise<void> | undefined {
  const { watch, onNotice } = options;
  if (watch !== undefined) return replaySlowly(file, { watch, take, onNotice });
  replay(file);
  return undefined;
}

/** Hands facts on one by one; they are kept where they are to be kept, and those of the axis are noted. */
function* passing(facts: Iterable<Fact>, { memory, notes }: { memory: FactMemory | null; notes: AxisNotes }) {
  for (const fact of facts) {
    memory?.keep(fact);
    notes.see(fact);
    yield fact;
  }
}

type WriterNeeds = Pick<BookOptions, 'onNotice'> & { take(facts: Fact[]): void };

function writerOver(file: SessionFile, { onNotice, take }: WriterNeeds): Writer {
  return createWriter(file, {
    onCommitted: take,
    onFailure: (error) => onNotice('error', error instanceof Error ? error.message : 'The session cannot be stored.'),
    onResumed: () => onNotice('info', 'Storing works again. What came in between is missing from the session.'),
  });
}

function sinkOver(writer: Writer | null, { take, input }: { take(facts: Fact[]): void; input: Input }): FactSink {
  return {
    add: (facts) => {
      if (writer === null) return Promise.resolve(take(facts));
      writer.putInput(input);
      return writer.add(facts);
    },
  };
}

function handleFor(input: Input, sink: FactSink): InputHandle {
  return {
    input,
    sink,
    count: (usable) => {
      input.records += 1;
      if (!usable) input.skipped += 1;
    },
  };
}

function saidOf(pipeline: Pipeline, id: number): Pick<ReportSource['inputs'][number], 'problems' | 'readings'> {
  const problems = pipeline.problems().flatMap(({ input, at, reason }) => (input === id ? [{ at, reason }] : []));
  const readings = pipeline.readings().flatMap(({ input, text }) => (input === id ? [text] : []));
  return { problems, ...(readings.length > 0 && { readings }) };
}
