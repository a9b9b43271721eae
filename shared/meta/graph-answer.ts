/** Answers a Conversions API request as Graph would: the same checks, the same codes, our own words. */
import type { TimeMs } from '../model/fact.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { CapiBody } from './capi-body.ts';
import { checkEvent, type GraphError } from './graph-check.ts';

/** Meta's limit for one request (Conversions API, "Using the API"). */
const maxEvents = 1000;

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
  const trace = traceId(request);
  const error = findError(request, now);
  if (error) return { status: error.code === 190 ? 401 : 400, body: { error: toJson(error, trace) } };
  const count = request.body.events?.length ?? 0;
  return { status: 200, body: { events_received: count, messages: [], fbtrace_id: trace } };
}

/** Graph's answer to a path that it does not know. */
export function answerUnknownPath(method: string, path: string): GraphAnswerMessage {
  const error = { code: 2500, message: `(#2500) Unknown path components: ${path} (${method})` };
  return {
    status: 404,
    body: { error: toJson({ subcode: null, title: null, detail: null, ...error }, 'unknown-path') },
  };
}

/** Graph's answer when it cannot take the request now; the sender should send it again. */
export function answerTransient(): GraphAnswerMessage {
  const message = '(#2) Service temporarily unavailable';
  const error = toJson({ code: 2, subcode: null, message, title: null, detail: null }, 'transient');
  return { status: 503, body: { error: { ...error, is_transient: true } } };
}

function findError({ datasetId, hasToken, body }: GraphRequest, now: TimeMs): GraphError | null {
  if (!hasToken) {
    return plain(190, 'An access token is required to request this resource.');
  }
  if (datasetId === null) return plain(100, '(#100) The path names no dataset.');
  if (body.fields === null) return malformed(`The body cannot be read: ${body.problems.join('; ')}.`);
  if (body.events === null) {
    const isMissing = body.fields.data === undefined;
    return isMissing
      ? plain(100, '(#100) The parameter data is required.')
      : malformed('data must be a list of events.');
  }
  if (body.events.length === 0) return plain(100, '(#100) Param data must be a non-empty array.');
  if (body.events.length > maxEvents) return plain(100, `(#100) Param data must have at most ${maxEvents} events.`);
  return firstError(body.events, now);
}

function firstError(events: Json[], now: TimeMs): GraphError | null {
  for (const [index, event] of events.entries()) {
    const path = `$['data'][${index}]`;
    if (!isJsonObject(event)) return malformed(`The parameter ${path} must be an object.`);
    const error = checkEvent(event, path, now);
    if (error) return error;
  }
  return null;
}

function plain(code: number, message: string): GraphError {
  return { code, subcode: null, message, title: null, detail: null };
}

function malformed(detail: string): GraphError {
  return { code: 100, subcode: 2804019, message: 'Invalid parameter', title: 'Malformed Request', detail };
}

function toJson({ code, subcode, message, title, detail }: GraphError, trace: string): JsonObject {
  return {
    message,
    type: 'OAuthException',
    code,
    ...(subcode !== null && { error_subcode: subcode }),
    is_transient: false,
    ...(title !== null && { error_user_title: title }),
    ...(detail !== null && { error_user_msg: detail }),
    fbtrace_id: trace,
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Looks like Graph's: `A` and 22 characters; from two FNV-1a hashes, so that the same request has the same one. */
function traceId({ datasetId, body }: GraphRequest): string {
  const text = JSON.stringify([datasetId, body.events ?? body.fields ?? body.problems]);
  let id = 'A';
  for (let state = fnv(text, 0x811c9dc5), left = 22; left > 0; left--) {
    id += alphabet.charAt(state & 63);
    state = fnv(id, state);
  }
  return id;
}

function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
