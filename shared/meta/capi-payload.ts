/** Turns a stored server record into the server events in it, and an answer into their outcome. */
import type { DecodedServerEvent, ServerOutcome } from '../model/event.ts';
import type { ServerAnswerFact, ServerRecordFact } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { readCapiBody } from './capi-body.ts';
import { readCapiEvent } from './capi-event.ts';
import { classifyGraphAnswer } from './classify-graph-answer.ts';
import { findPayloads } from './find-payloads.ts';
import { asText } from './json-in-text.ts';
import { utf8OfLatin1 } from './percent.ts';
import { noContext, type RecordContext, requestAmong } from './record-context.ts';

/** `problems`: what could not be read, in words for people. */
export type ServerRecordReading = { events: DecodedServerEvent[]; problems: string[] };

type Found = { event: Json; context: RecordContext };

/** Never throws. Events stand in the order of the record; an element that is no object is a problem, not an event. */
export function readServerRecord(fact: ServerRecordFact): ServerRecordReading {
  const { found, problems } = fact.form === 'request' ? findInRequest(fact) : findInLog(fact);
  const events: DecodedServerEvent[] = [];
  found.forEach(({ event, context }, index) => {
    const place = placeOf(fact, index, found.length);
    if (isJsonObject(event)) events.push(toServerEvent(event, context, { fact, place }));
    else problems.push(`event ${index + 1} is not an object`);
  });
  return { events, problems };
}

/**
 * The event as its answer leaves it. `held` stays held: the answer was ours, not Meta's. A request that met a network
 * error has no answer of Graph's either, and stays as it was.
 */
export function applyServerAnswer<Event extends DecodedServerEvent>(event: Event, answer: ServerAnswerFact): Event {
  const text = answer.status === null ? answer.body.slice(0, 200) || null : String(answer.status);
  if (event.outcome === 'held') return { ...event, answer: text };
  if (answer.status === null && !answer.body.trimStart().startsWith('{')) return { ...event, answer: text };
  const { ok, code, subcode, message } = classifyGraphAnswer(answer.status, answer.body);
  if (ok) return { ...event, answer: text, outcome: 'accepted', rejection: null };
  return { ...event, answer: text, outcome: 'rejected', rejection: { code, subcode, message } };
}

function findInRequest(fact: ServerRecordFact): { found: Found[]; problems: string[] } {
  const { fields, events, problems } = readCapiBody(bodyOf(fact), fact.contentType);
  const context = { ...noContext, request: (fields && requestAmong(fields)) ?? noContext.request };
  return { found: (events ?? []).map((event) => ({ event, context })), problems: [...problems] };
}

function findInLog(fact: ServerRecordFact): { found: Found[]; problems: string[] } {
  const { events, problems, isCut } = findPayloads(bodyOf(fact));
  return { found: events, problems: isCut ? [...problems, 'The record ends in the middle of its payload.'] : problems };
}

function bodyOf({ body, bodyCharset }: ServerRecordFact): string {
  return bodyCharset === 'latin1' ? utf8OfLatin1(body) : body;
}

function placeOf(fact: ServerRecordFact, index: number, count: number): string {
  return fact.form === 'request' || count > 1 ? `${fact.place} event ${index + 1}` : fact.place;
}

type Origin = { fact: ServerRecordFact; place: string };

function toServerEvent(event: JsonObject, context: RecordContext, { fact, place }: Origin): DecodedServerEvent {
  const read = readCapiEvent(event);
  const { test_event_code: testEventCode } = context.request;
  const seenAt = context.at ?? fact.at;
  return {
    side: 'server',
    datasetId: context.datasetId ?? datasetIn(fact.url),
    eventName: read.eventName,
    eventId: read.eventId,
    role: isJsonObject(event.original_event_data) ? 'amendment' : 'event',
    at: read.time ?? seenAt ?? 0,
    hasOwnTime: read.time !== null,
    seenAt,
    source: { input: fact.input, at: place },
    url: read.url,
    userAgent: read.userAgent,
    fbp: read.fbp,
    fbc: read.fbc,
    userData: read.userData,
    customData: read.customData,
    other: withRequest(read.other, context.request),
    damage: fact.bodyState === 'cut' ? [...read.damage, 'the body did not arrive whole'] : read.damage,
    fact: fact.key,
    outcome: outcomeOf(fact),
    answer: null,
    actionSource: read.actionSource,
    ip: read.ip,
    // A log may leave out what was sent; a request is all there is.
    shows: {
      userData: fact.form === 'request' || 'user_data' in event,
      customData: fact.form === 'request' || 'custom_data' in event,
    },
    ...(fact.delivery === 'answered' && { isRehearsed: true }),
    testEventCode: testEventCode === undefined ? null : asText(testEventCode),
    request: fact.key,
    rejection: null,
  };
}

/** The event's own fields, and those of its request, which say the same of every event in it. */
function withRequest(own: JsonObject, request: JsonObject): JsonObject {
  if (request === noContext.request) return own;
  const { test_event_code: _testEventCode, ...fields } = request;
  return { ...fields, ...own };
}

/** A record's URL is one of Graph's, a gateway's or the test endpoint's: its path is enough. */
function datasetIn(url: string | null): string | null {
  return /\/(\d{1,20})\/events\/?$/.exec(url ?? '')?.[1] ?? null;
}

/** Without an answer nothing is known to be accepted. */
function outcomeOf(fact: ServerRecordFact): ServerOutcome {
  return fact.delivery === 'held' ? 'held' : 'logged';
}
