/** Looks at the beginning of a server log and tells what was recognised, how, and what was left out; takes nothing in. */
import { basename } from 'node:path';
import { Refusal } from '../../../shared/api/errors.ts';
import type { LogPreview } from '../../../shared/api/log-preview.ts';
import { readServerRecord } from '../../../shared/meta/capi-payload.ts';
import type { DecodedServerEvent } from '../../../shared/model/event.ts';
import type { Fact, ServerRecordFact } from '../../../shared/model/fact.ts';
import type { InputHandle } from '../source.ts';
import { expandGlob } from './expand-glob.ts';
import { readLogFile } from './read-log.ts';

const maxLines = 1000;
const maxFiles = 50;
const maxProblems = 100;

/** One preview a file of a path or glob. Throws a Refusal where a glob finds nothing. */
export async function previewLogs(pattern: string): Promise<LogPreview[]> {
  const paths = await expandGlob(pattern);
  const previews: LogPreview[] = [];
  for (const path of paths.slice(0, maxFiles)) previews.push(await previewLog(path));
  return previews;
}

async function previewLog(path: string): Promise<LogPreview> {
  const { handle, facts } = keepingHandle(basename(path));
  const wrappers = new Map<string, number>();
  const onShapes = (shapes: ReadonlyMap<string, number>) => {
    for (const [name, lines] of shapes) add(wrappers, name, lines);
  };
  let refusal: string | null = null;
  try {
    await readLogFile(path, handle, { maxLines, onShapes });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refusal = error.message;
  }
  return { refusal, ...describe(handle, facts), wrappers: counted(wrappers) };
}

function keepingHandle(name: string): { handle: InputHandle; facts: Fact[] } {
  const facts: Fact[] = [];
  const input = { id: 0, kind: 'log', name, records: 0, skipped: 0 } as const;
  const counting = { ...input, records: 0, skipped: 0 };
  const handle: InputHandle = {
    input: counting,
    sink: { add: async (added) => void facts.push(...added) },
    count(usable) {
      counting.records += 1;
      if (!usable) counting.skipped += 1;
    },
  };
  return { handle, facts };
}

function describe({ input }: InputHandle, facts: readonly Fact[]): Omit<LogPreview, 'refusal' | 'wrappers'> {
  const records = facts.filter((fact) => fact.kind === 'server-record');
  const problems = facts.filter((fact) => fact.kind === 'problem');
  const events = records.flatMap((record) => readServerRecord(record).events);
  const times = events.map(({ seenAt, at }) => seenAt ?? at).sort((a, b) => a - b);
  return {
    name: input.name,
    records: input.records,
    maxLines,
    forms: tally(records, formOf),
    payloads: records.length,
    events: events.length,
    eventNames: tally(events, ({ eventName }) => eventName),
    datasets: tally(events, ({ datasetId }) => datasetId),
    withoutDataset: events.filter(({ datasetId }: DecodedServerEvent) => datasetId === null).length,
    from: times[0] ?? null,
    until: times.at(-1) ?? null,
    problems: problems.slice(0, maxProblems).map(({ place, reason }) => ({ at: place, reason })),
    others: Math.max(0, input.records - records.length - problems.length),
  };
}

function formOf({ body }: ServerRecordFact): string {
  if (/\bcurl /.test(body)) return 'a curl command';
  if (/event_name(?::[^\]]*)?\] =>/.test(body)) return 'print_r';
  if (/event_name(?:%22|%5D|\]=)/i.test(body)) return 'a form body';
  if (!/^\s*[[{]/.test(body)) return 'JSON within text';
  return body.includes('\n') ? 'JSON over many lines' : 'JSON, one record a line';
}

function tally<T>(values: readonly T[], nameOf: (value: T) => string | null) {
  const counts = new Map<string, number>();
  for (const value of values) {
    const name = nameOf(value);
    if (name !== null) add(counts, name, 1);
  }
  return counted(counts);
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

/** Most frequent first. */
function counted(counts: ReadonlyMap<string, number>): { name: string; count: number }[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
