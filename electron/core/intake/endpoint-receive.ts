/** Receives one request of the test endpoint: who, what and how much, then its body, and the one answer to it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type GraphAnswerMessage, refusal } from '../../../shared/meta/graph-answer.ts';
import { plainError } from '../../../shared/meta/graph-error.ts';
import { answerUnsupported, type GraphTarget, readGraphPath } from '../../../shared/meta/graph-path.ts';
import { redactUrl } from '../../../shared/meta/redact.ts';
import { traceIdOf } from '../../../shared/meta/trace-id.ts';
import type { TimeMs } from '../../../shared/model/fact.ts';
import type { EndpointMode } from '../../../shared/model/session.ts';
import type { InputHandle } from '../source.ts';
import { hasTokenInQuery } from './endpoint-call.ts';
import type { Forward } from './endpoint-forward.ts';
import type { EndpointGuard } from './endpoint-guard.ts';
import type { Backlog, EndpointLimits } from './endpoint-limits.ts';
import { type ReadBody, readBody, type WholeBody } from './endpoint-request.ts';
import { type EndpointAnswer, sendAnswer, sendText } from './endpoint-send.ts';
import { isStored, takeMessage } from './endpoint-take.ts';

export type Receiving = {
  handle: InputHandle;
  mode(): EndpointMode;
  now(): TimeMs;
  guard: EndpointGuard;
  limits: EndpointLimits;
  backlog: Backlog;
  forward: Forward;
  nextNumber(): number;
  /** Called for each request that is sent away because too much waits. */
  onBusy(): void;
  /** True for a call of our own connection check. */
  isCheck(request: IncomingMessage): boolean;
};

/** Answers once, whatever was sent. Never rejects. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  receiving: Receiving,
): Promise<void> {
  const refused = receiving.guard.refuse(request);
  if (refused !== null) return sendAnswer(response, refused);
  const { path, query } = splitTarget(request.url ?? '/');
  const target = readGraphPath(path);
  const early = answerWithoutBody(request.method ?? 'GET', target, query);
  if (early !== null) return sendEarly(response, early, target.version);
  if (!receiving.backlog.enter()) return sendAnswer(response, busy(receiving), target.version);
  try {
    await takeBody(response, { target, path, query, receiving });
  } finally {
    receiving.backlog.leave();
  }
}

type Arrival = { target: GraphTarget; path: string; query: string; receiving: Receiving };

async function takeBody(response: ServerResponse, { target, path, query, receiving }: Arrival): Promise<void> {
  const request = response.req;
  const { handle, limits, backlog, mode, now, forward } = receiving;
  const { body, release } = await readBody(request, { bodyBytes: limits.bodyBytes, backlog });
  try {
    if (body.state === 'busy') return sendAnswer(response, busy(receiving), target.version);
    const number = receiving.nextNumber();
    if (body.state !== 'whole') {
      return sendAnswer(response, await takeUnread(body.state, { number, receiving }), target.version);
    }
    if (receiving.isCheck(request)) return sendAnswer(response, checked(), target.version);
    const message = { request, target, path, query, body, number, input: handle.input.id, at: now() };
    const taken = await takeMessage(message, { handle, mode: mode(), forward, now });
    if ('passedOn' in taken) return sendText(response, taken.passedOn);
    sendAnswer(response, taken, target.version);
  } finally {
    release();
  }
}

function splitTarget(url: string): { path: string; query: string } {
  const at = url.indexOf('?');
  const path = at < 0 ? url : url.slice(0, at);
  return { path: redactUrl(path).slice(0, maxPathChars), query: at < 0 ? '' : url.slice(at + 1) };
}

const maxPathChars = 300;

/** What needs no body: methods that Graph does not offer here, and paths that it does not know. */
function answerWithoutBody(method: string, target: GraphTarget, query: string): GraphAnswerMessage | 'options' | null {
  if (method === 'OPTIONS') return 'options';
  if (method === 'POST' && (target.kind === 'events' || target.kind === 'root')) return null;
  if (method !== 'POST' && target.kind !== 'unknown' && target.kind !== 'root' && !hasTokenInQuery(query)) {
    return refusal(plainError(104, 'An access token is required to request this resource.'), traceIdOf(method));
  }
  return answerUnsupported(method, target);
}

/** No leave for other origins among the headers: pages stay out. */
function sendEarly(response: ServerResponse, early: GraphAnswerMessage | 'options', version: string | null): void {
  if (early === 'options')
    sendText(response, { status: 200, text: '', headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
  else sendAnswer(response, early, version);
}

/** The sender's fault is kept as a problem of the session, so that the user sees it. */
async function takeUnread(
  state: Exclude<ReadBody, WholeBody>['state'],
  { number, receiving }: { number: number; receiving: Receiving },
): Promise<EndpointAnswer> {
  const { handle, limits } = receiving;
  const reasons = {
    'too-large': `The body is larger than ${Math.floor(limits.bodyBytes / 2 ** 20)} MB; send fewer events in a request.`,
    cut: 'The sender went away before the body was whole.',
    unreadable: 'The body is not compressed in the way that its content-encoding says.',
    'unknown-encoding': 'The content-encoding is not one of gzip, deflate, br and identity.',
    busy: '',
  };
  const reason = reasons[state];
  handle.count(false);
  await isStored(handle, [{ kind: 'problem', input: handle.input.id, place: `request ${number}`, reason }]);
  const status = { 'too-large': 413, 'unknown-encoding': 415, cut: 400, unreadable: 400, busy: 429 }[state];
  const answer = refusal(plainError(100, `(#100) ${reason}`), traceIdOf(reason), status);
  return status === 413 ? { ...answer, retryAfterS: 60 } : answer;
}

/** Graph's own words for too many requests. */
function busy({ onBusy }: Receiving): EndpointAnswer {
  onBusy();
  const detail = 'Twinlane has more requests waiting than it can store. Send this one again in a moment.';
  const error = plainError(4, '(#4) Application request limit reached', {
    isTransient: true,
    title: 'Too Many Requests',
    detail,
  });
  return { ...refusal(error, traceIdOf('busy'), 429), retryAfterS: 1 };
}

function checked(): EndpointAnswer {
  const messages = ["Twinlane's connection check: seen, not stored."];
  return { status: 200, body: { events_received: 1, messages, fbtrace_id: traceIdOf('check') } };
}
