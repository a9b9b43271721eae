/** Answers a Conversions API request as Graph would: the same checks, the same codes, our own words. */
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { CapiBody } from './capi-body.ts';
import { checkEvent } from './graph-check.ts';
import {
  type GraphError,
  graphErrorInWords,
  graphErrorJson,
  invalidParameter,
  plainError,
  wrongType,
} from './graph-error.ts';
import { traceIdOf } from './trace-id.ts';

/** Meta's limit for one request (Conversions API, "Using the API"). */
const maxEvents = 1000;
/** A lenient answer names so many faults: an SDK may print them all. */
const maxMessages = 20;

export type GraphRequest = {
  /** Null where the path names none. */
  datasetId: string | null;
  /** Some token came along, in the query, a header or the body; which one does not matter here. */
  hasToken: boolean;
  body: CapiBody;
};

export type GraphAnswerMessage = { status: number; body: JsonObject };

/**
 * What Graph would answer at `now`. One invalid event refuses the whole request (Meta, "Using the API"). What Meta only
 * warns about (a missing user agent, a future time) is received. Pure: `fbtrace_id` follows from the content.
 */
export function answerLikeGraph(request: GraphRequest, now: TimeMs): GraphAnswerMessage {
  const [error] = errorsOf(request, now);
  return error === undefined ? received(request, []) : refusal(error, traceId(request));
}

/**
 * Takes what Graph would refuse, and says so in `messages`. Only a request without a list of events is refused: there
 * is nothing in it to take.
 */
export function answerLeniently(request: GraphRequest, now: TimeMs): GraphAnswerMessage {
  if (request.body.events === null) return answerLikeGraph({ ...request, hasToken: true }, now);
  const messages: string[] = [];
  for (const error of errorsOf(request, now)) {
    if (messages.length === maxMessages) break;
    messages.push(`Graph would refuse this request: ${graphErrorInWords(error)}`);
  }
  return received(request, messages);
}

/** The error as an answer, with the status that Graph gives it. */
export function refusal(error: GraphError, trace: string, status = statusOf(error)): GraphAnswerMessage {
  return { status, body: { error: graphErrorJson(error, trace) } };
}

/** Graph's answer when it cannot take the request now; the sender should send it again. */
export function answerTransient(detail: string | null = null): GraphAnswerMessage {
  const title = detail === null ? null : 'Service Temporarily Unavailable';
  const error = plainError(2, '(#2) Service temporarily unavailable', { isTransient: true, title, detail });
  return refusal(error, traceIdOf('transient'), 503);
}

function received(request: GraphRequest, messages: string[]): GraphAnswerMessage {
  const count = request.body.events?.length ?? 0;
  return { status: 200, body: { events_received: count, messages, fbtrace_id: traceId(request) } };
}

function statusOf({ code }: GraphError): number {
  if (code === 190) return 401;
  return code === 200 ? 403 : 400;
}

/** In the order in which Graph meets them; what stands behind an unreadable body is not looked at. */
function* errorsOf({ datasetId, hasToken, body }: GraphRequest, now: TimeMs): Generator<GraphError> {
  if (!hasToken) yield plainError(190, 'An access token is required to request this resource.');
  if (datasetId === null) yield plainError(100, '(#100) The path names no dataset.');
  if (body.fields === null) return yield malformed(`The body cannot be read: ${body.problems.join('; ')}.`);
  if (body.events === null) {
    const isMissing = body.fields.data === undefined;
    return yield isMissing
      ? plainError(100, '(#100) The parameter data is required.')
      : malformed('data must be a list of events.');
  }
  const code = body.fields.test_event_code ?? null;
  if (typeof code === 'object' && code !== null) yield wrongType('test_event_code', 'a string');
  if (body.events.length === 0) yield plainError(100, '(#100) Param data must be a non-empty array.');
  if (body.events.length > maxEvents) {
    yield plainError(100, `(#100) Param data must have at most ${maxEvents} events.`);
  }
  yield* errorsOfEvents(body.events, now);
}

function* errorsOfEvents(events: Json[], now: TimeMs): Generator<GraphError> {
  for (const [index, event] of events.entries()) {
    const path = `$['data'][${index}]`;
    const error = isJsonObject(event)
      ? checkEvent(event, path, now)
      : malformed(`The parameter ${path} must be an object.`);
    if (error !== null) yield error;
  }
}

function malformed(detail: string): GraphError {
  return invalidParameter(2804019, 'Malformed Request', detail);
}

function traceId({ datasetId, body }: GraphRequest): string {
  return traceIdOf(JSON.stringify([datasetId, body.events ?? body.fields ?? body.problems]));
}
