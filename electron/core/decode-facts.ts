/** The first stage after the store: turns facts into numbered events and into signs, and answers into changed ones. */
import { applyServerAnswer, readServerRecord } from '../../shared/meta/capi-payload.ts';
import { browserOutcome } from '../../shared/meta/outcome.ts';
import { readBrowserCall } from '../../shared/meta/pixel-call.ts';
import { assertNever } from '../../shared/model/assert-never.ts';
import type { BrowserEvent, EventId, ServerEvent, TrackedEvent } from '../../shared/model/event.ts';
import type {
  BrowserCallFact,
  CallAnswerFact,
  Fact,
  InputId,
  ServerAnswerFact,
  ServerRecordFact,
} from '../../shared/model/fact.ts';
import type { Sign } from '../../shared/model/sign.ts';
import { createSignReader } from './sign-reader.ts';
import { createToldEvents } from './told-events.ts';

export type Problem = { input: InputId; at: string; reason: string };
export type Reading = { input: InputId; text: string };

export type FactDecoder = {
  /** The events and signs that these facts bring or change, each once, in its last form. */
  decode(facts: Iterable<Fact>): { events: TrackedEvent[]; signs: Sign[] };
  /** What could not be used, in the order in which it was met. */
  problems: readonly Problem[];
  /** How sources were understood. */
  readings: readonly Reading[];
};

/** `datasetId` is given to events whose source does not tell theirs (`--dataset`). */
export function createFactDecoder({ datasetId = null }: { datasetId?: string | null } = {}): FactDecoder {
  const told = createToldEvents();
  const signs = createSignReader();
  const problems: Problem[] = [];
  const readings: Reading[] = [];
  const numbers = { browser: 0, server: 0 };

  const readCall = (fact: BrowserCallFact): BrowserEvent[] => {
    const reading = readBrowserCall(fact);
    const { what } = reading;
    if (what === 'loader' || what === 'config') signs.scriptCall(fact, { kind: what, datasetId: reading.datasetId });
    if (what !== 'events') return [];
    return reading.events.map((event) => named(event, `b${++numbers.browser}`, datasetId));
  };

  const readRecord = (fact: ServerRecordFact): ServerEvent[] => {
    const reading = readServerRecord(fact);
    for (const reason of reading.problems) problems.push({ input: fact.input, at: fact.place, reason });
    const events = reading.events.map((event) => named(event, `s${++numbers.server}`, datasetId));
    if (fact.hadToken) signs.loggedToken(fact, events);
    return events;
  };

  const read = (fact: Fact): void => {
    switch (fact.kind) {
      case 'browser-call':
        told.add(fact.key, readCall(fact));
        break;
      case 'server-record':
        told.add(fact.key, readRecord(fact));
        break;
      case 'call-answer':
        signs.answer(fact);
        told.change(fact.call, (event) => answerCall(event, fact));
        break;
      case 'server-answer':
        told.change(fact.record, (event) => answerRecord(event, fact));
        break;
      case 'problem':
        problems.push({ input: fact.input, at: fact.place, reason: fact.reason });
        break;
      case 'order':
        signs.order(fact);
        break;
      case 'reading':
        readings.push({ input: fact.input, text: fact.text });
        break;
      case 'page':
        signs.page(fact);
        break;
      case 'step':
      case 'mark':
        break;
      default:
        assertNever(fact);
    }
  };

  return {
    decode(facts) {
      for (const fact of facts) read(fact);
      return { events: told.take(), signs: signs.take() };
    },
    problems,
    readings,
  };
}

type Decoded = { datasetId: string | null };

function named<Event extends Decoded, Id extends EventId>(event: Event, id: Id, datasetId: string | null) {
  return { ...event, id, datasetId: event.datasetId ?? datasetId };
}

function answerCall(event: TrackedEvent, fact: CallAnswerFact): TrackedEvent {
  if (event.side !== 'browser') return event;
  return { ...event, ...browserOutcome({ ...fact, held: event.outcome === 'held' }) };
}

function answerRecord(event: TrackedEvent, fact: ServerAnswerFact): TrackedEvent {
  return event.side === 'server' ? { ...applyServerAnswer(event, fact), id: event.id } : event;
}
