/**
 * The stages in order: facts → events → pairs → findings. Pure apart from its own memory; the store stands before it
 * (only what is on disk gets here) and the guests behind it (they get the changes).
 */
import { createDiagnosis } from '../../shared/diagnose/diagnosis.ts';
import { applyServerAnswer, readServerRecord } from '../../shared/meta/capi-payload.ts';
import { browserOutcome } from '../../shared/meta/outcome.ts';
import { readBrowserCall } from '../../shared/meta/pixel-call.ts';
import type { BrowserEvent, ServerEvent, TrackedEvent } from '../../shared/model/event.ts';
import type {
  BrowserCallFact,
  CallAnswerFact,
  Fact,
  InputId,
  ServerAnswerFact,
  ServerRecordFact,
} from '../../shared/model/fact.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Pair } from '../../shared/model/pair.ts';
import { createPairing } from '../../shared/pair/pairing.ts';

export type Changes = {
  events: TrackedEvent[];
  pairs: Pair[];
  removedPairs: string[];
  findings: Finding[];
  removedFindings: string[];
};

export type Problem = { input: InputId; at: string; reason: string };

export type Pipeline = {
  /** Takes facts in the order in which they were stored; returns what changed through them. */
  take(facts: readonly Fact[]): Changes;
  events(): TrackedEvent[];
  event(id: string): TrackedEvent | null;
  pairs(): Pair[];
  pair(key: string): Pair | null;
  findings(): Finding[];
  findingsOf(pairKey: string): Finding[];
  /** What could not be used of the inputs, in the order in which it was met. */
  problems(): readonly Problem[];
};

export function createPipeline(options: { datasetId?: string | null } = {}): Pipeline {
  const events = new Map<string, TrackedEvent>();
  const byFact = new Map<string, TrackedEvent[]>();
  const problems: Problem[] = [];
  const pairing = createPairing(options);
  const diagnosis = createDiagnosis();
  const numbers = { browser: 0, server: 0 };

  function take(facts: readonly Fact[]): Changes {
    const fresh = new Map<string, TrackedEvent>();
    for (const event of facts.flatMap(eventsOf)) {
      events.set(event.id, event);
      fresh.set(event.id, event);
    }
    const changed = [...fresh.values()];
    const pairs = pairing.step(changed);
    const findings = diagnosis.step(changed, pairs);
    return {
      events: changed,
      pairs: pairs.upserted,
      removedPairs: pairs.removed,
      findings: findings.upserted,
      removedFindings: findings.removed,
    };
  }

  /** The events that a fact brings or changes. */
  function eventsOf(fact: Fact): TrackedEvent[] {
    switch (fact.kind) {
      case 'browser-call':
        return remember(fact.key, readCall(fact));
      case 'server-record':
        return remember(fact.key, readRecord(fact));
      case 'call-answer':
        return remember(fact.call, answerCall(fact));
      case 'server-answer':
        return remember(fact.record, answerRecord(fact));
      case 'problem':
        problems.push({ input: fact.input, at: fact.place, reason: fact.reason });
        return [];
      case 'page':
        return [];
    }
  }

  function remember(key: string, found: TrackedEvent[]): TrackedEvent[] {
    if (found.length > 0) byFact.set(key, found);
    return found;
  }

  function readCall(fact: BrowserCallFact): BrowserEvent[] {
    const reading = readBrowserCall(fact);
    if (reading.what !== 'events') return [];
    return reading.events.map((event) => ({ ...event, id: `b${++numbers.browser}` as const }));
  }

  function readRecord(fact: ServerRecordFact): ServerEvent[] {
    const reading = readServerRecord(fact);
    for (const reason of reading.problems) problems.push({ input: fact.input, at: fact.place, reason });
    return reading.events.map((event) => ({ ...event, id: `s${++numbers.server}` as const }));
  }

  function answerCall(fact: CallAnswerFact): TrackedEvent[] {
    return (byFact.get(fact.call) ?? []).map((event) => {
      if (event.side !== 'browser') return event;
      return { ...event, ...browserOutcome({ ...fact, held: event.outcome === 'held' }) };
    });
  }

  function answerRecord(fact: ServerAnswerFact): TrackedEvent[] {
    return (byFact.get(fact.record) ?? []).map((event) => {
      return event.side === 'server' ? { ...applyServerAnswer(event, fact), id: event.id } : event;
    });
  }

  return {
    take,
    events: () => [...events.values()],
    event: (id) => events.get(id) ?? null,
    pairs: pairing.pairs,
    pair: pairing.pair,
    findings: diagnosis.findings,
    findingsOf: diagnosis.findingsOf,
    problems: () => problems,
  };
}
