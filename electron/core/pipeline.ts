/**
 * The stages in order: facts → events → pairs → findings. Pure apart from its own memory; the store stands before it
 * (only what is on disk gets here) and the guests behind it (they get the changes).
 */
import { createDiagnosis } from '../../shared/diagnose/diagnosis.ts';
import type { OrderAccount } from '../../shared/diagnose/orders/order-book.ts';
import { createRunningSummary, type RunningSummary } from '../../shared/measure/running-summary.ts';
import { createByEventId } from '../../shared/model/by-event-id.ts';
import { isEventId, type TrackedEvent } from '../../shared/model/event.ts';
import type { Fact, TimeMs } from '../../shared/model/fact.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { type Identity, noIdentity } from '../../shared/model/identity.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { createPairing } from '../../shared/pair/pairing.ts';
import type { ReportSummary } from '../../shared/report/report.ts';
import { createFactDecoder, type Problem, type Reading } from './decode-facts.ts';

export type Changes = {
  events: TrackedEvent[];
  pairs: Pair[];
  removedPairs: string[];
  findings: Finding[];
  removedFindings: string[];
};

export type Pipeline = {
  /** Takes facts in the order in which they were stored; returns what changed through them. */
  take(facts: Iterable<Fact>): Changes;
  events(): TrackedEvent[];
  event(id: string): TrackedEvent | null;
  pairs(): Pair[];
  pair(key: string): Pair | null;
  findings(): Finding[];
  findingsOf(pairKey: string): Finding[];
  /** The orders given, each with the pairs that stand for it. */
  orders(): OrderAccount[];
  problems(): readonly Problem[];
  /** What a push carries: kept up to date from the first time it is asked for. */
  summary(): ReportSummary;
  /** How sources were understood, where that had to be found out. */
  readings(): readonly Reading[];
  /** When taking nothing may change a finding that waits for what does not come; null where none waits. */
  settlesAt(): TimeMs | null;
};

export type PipelineOptions = { datasetId?: string | null; identity?: Identity };

export function createPipeline({ datasetId = null, identity = noIdentity }: PipelineOptions = {}): Pipeline {
  const decoder = createFactDecoder({ datasetId });
  const pairing = createPairing();
  const diagnosis = createDiagnosis({ identity, now: Date.now });
  const events = createByEventId<TrackedEvent>();
  let running: RunningSummary | null = null;

  function take(facts: Iterable<Fact>): Changes {
    const { events: changed, signs } = decoder.decode(facts);
    for (const event of changed) events.set(event.id, event);
    const pairs = pairing.step(changed);
    const findings = diagnosis.step(changed, pairs, signs);
    const changes = {
      events: changed,
      pairs: pairs.upserted,
      removedPairs: pairs.removed,
      findings: findings.upserted,
      removedFindings: findings.removed,
    };
    running?.take(changes);
    return changes;
  }

  function summary(): ReportSummary {
    if (running === null) {
      running = createRunningSummary();
      const all = { events: [...events.values()], pairs: pairing.pairs(), findings: diagnosis.findings() };
      running.take({ ...all, removedPairs: [], removedFindings: [] });
    }
    return running.now(diagnosis.orders());
  }

  return {
    take,
    events: () => [...events.values()],
    event: (id) => (isEventId(id) ? events.get(id) : null),
    pairs: pairing.pairs,
    pair: pairing.pair,
    findings: diagnosis.findings,
    findingsOf: diagnosis.findingsOf,
    orders: diagnosis.orders,
    summary,
    problems: () => decoder.problems,
    readings: () => decoder.readings,
    settlesAt: diagnosis.settlesAt,
  };
}
