/** `--filter`, `--since` and `--until`: keeps the pairs that are asked for, with their events and findings. */
import type { TrackedEvent } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Pair } from '../model/pair.ts';
import type { ReportSource } from '../report/build-report.ts';

export type Narrowing = { filter: string | null; since: number | null; until: number | null };

/** Pairing and diagnosis have seen everything; only what is shown gets less. Events outside pairs stay without a filter. */
export function narrow(source: ReportSource, { filter, since, until }: Narrowing): ReportSource {
  if (filter === null && since === null && until === null) return source;
  const events = new Map(source.events.map((event) => [event.id as string, event]));
  const words = (filter ?? '').split(/\s+/).filter((word) => word !== '');
  const pairs = source.pairs.filter((pair) => {
    if (pair.at < (since ?? -Infinity) || pair.at > (until ?? Infinity)) return false;
    const whole = { pair, events: eventsOf(pair, events), findings: findingsOf(pair, source.findings) };
    return words.every((word) => matches(word, whole));
  });
  const ids = new Set<string>(pairs.flatMap(({ browser, server }) => [...browser, ...server]));
  const keys = new Set(pairs.map(({ key }) => key));
  return {
    inputs: source.inputs,
    pairs,
    events: source.events.filter(({ id }) => ids.has(id)),
    findings: source.findings.filter(({ pair }) => pair !== null && keys.has(pair)),
  };
}

type Whole = { pair: Pair; events: TrackedEvent[]; findings: Finding[] };

/** `name:value` asks one field, exactly; a bare word is looked for in all of them. */
function matches(word: string, whole: Whole): boolean {
  const [, name = '', value = ''] = /^([a-z]+):(.+)$/.exec(word) ?? [];
  const fields = fieldsOf(whole);
  const asked = fields[name];
  if (asked !== undefined) return asked.some((text) => text.toLowerCase() === value.toLowerCase());
  const all = Object.values(fields)
    .flat()
    .concat(whole.events.map(({ url }) => url ?? ''));
  return all.some((text) => text.toLowerCase().includes(word.toLowerCase()));
}

function fieldsOf({ pair, events, findings }: Whole): Record<string, string[]> {
  const present = (values: (string | null)[]) => values.filter((value) => value !== null);
  return {
    event: events.map(({ eventName }) => eventName),
    verdict: [pair.verdict],
    code: findings.map(({ code }) => code),
    id: present(events.map(({ eventId }) => eventId)),
    order: present([pair.order]),
    dataset: present(events.map(({ datasetId }) => datasetId)),
  };
}

function eventsOf(pair: Pair, events: ReadonlyMap<string, TrackedEvent>): TrackedEvent[] {
  return [...pair.browser, ...pair.server].map((id) => events.get(id)).filter((event) => event !== undefined);
}

function findingsOf(pair: Pair, findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.pair === pair.key);
}
