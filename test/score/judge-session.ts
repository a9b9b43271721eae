/** Hands a generated session to the product as a person would: files in, pairs and findings out, each by its visit. */
import { Readable } from 'node:stream';
import { importBrowserRecording } from '../../electron/core/capture/import-recording.ts';
import { readLog } from '../../electron/core/intake/read-log.ts';
import { readOrders } from '../../electron/core/intake/read-orders.ts';
import { createPipeline } from '../../electron/core/pipeline.ts';
import type { TrackedEvent } from '../../shared/model/event.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { collectInput } from '../support/collected-input.ts';
import { testerIdentity } from '../support/generate/scenes/faulty.ts';
import type { GeneratedSession } from '../support/generate/session.ts';
import { mainDataset } from '../support/generate/shop.ts';
import type { WrittenFile } from '../support/generate/write-files.ts';

export type Judged = {
  findings: { finding: Finding; visits: string[] }[];
  pairs: { pair: Pair; visits: string[] }[];
  /** Lines that could not be read, and events of no visit: both must not be. */
  problems: string[];
  eventText(id: string): string;
};

export async function judgeSession(session: GeneratedSession): Promise<Judged> {
  const { inputs, facts, open } = collectInput();
  await importBrowserRecording(session.browser.text, session.browser.name, open);
  for (const { name, text } of session.servers) await readLog(Readable.from([Buffer.from(text)]), open('log', name));
  const { name, text } = session.orders;
  await readOrders({ bytes: Buffer.from(text), name }, open);
  const pipeline = createPipeline({ datasetId: mainDataset, identity: testerIdentity });
  pipeline.take(facts);
  const events = pipeline.events();

  const files = new Map<number, WrittenFile>(
    inputs.flatMap(({ id, name }) => {
      const file = [session.browser, ...session.servers].find((each) => each.name === name);
      return file === undefined ? [] : [[id, file]];
    }),
  );
  const visitOf = new Map(events.map((event) => [event.id as string, visitOfEvent(event, files)]));
  const pairs = pipeline
    .pairs()
    .map((pair) => ({ pair, visits: visitsOf([...pair.browser, ...pair.server], visitOf) }));
  const visitsOfPair = new Map(pairs.map(({ pair, visits }) => [pair.key, visits]));
  const findings = pipeline.findings().map((finding) => {
    const named = [...visitsOf(finding.events, visitOf), ...(visitsOfPair.get(finding.pair ?? '') ?? [])];
    return { finding, visits: named.length > 0 ? [...new Set(named)] : visitsByMark(finding, session) };
  });
  const lost = [...visitOf].flatMap(([id, visit]) => (visit === null ? [`${id} belongs to no visit`] : []));
  const unread = pipeline.problems().map(({ at, reason }) => `${at}: ${reason}`);
  const byId = new Map(events.map((event) => [event.id as string, event]));
  return { findings, pairs, problems: [...unread, ...lost], eventText: (id) => JSON.stringify(byId.get(id)) };
}

/** By the line on which it stands: `line 12` or `line 12 event 1`. */
function visitOfEvent({ source }: TrackedEvent, files: ReadonlyMap<number, WrittenFile>): string | null {
  const line = Number(/line (\d+)/.exec(source.at)?.[1] ?? Number.NaN);
  return files.get(source.input)?.visitOfLine.get(line) ?? null;
}

function visitsOf(ids: readonly string[], visitOf: ReadonlyMap<string, string | null>): string[] {
  return [...new Set(ids.map((id) => visitOf.get(id) ?? null))].filter((visit) => visit !== null);
}

/** A finding without events names a page or a dataset. */
function visitsByMark({ key, detail, evidence }: Finding, { visits }: GeneratedSession): string[] {
  const text = [key, detail, evidence.browser, evidence.server].join(' ');
  return visits.filter(({ marks }) => marks.some((mark) => text.includes(mark))).map(({ id }) => id);
}
