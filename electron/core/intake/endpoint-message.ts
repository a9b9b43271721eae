/** One whole request to the test endpoint, and the Conversions API calls in it: one, or those of a batch. */
import type { IncomingMessage } from 'node:http';
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { type GraphAnswerMessage, refusal } from '../../../shared/meta/graph-answer.ts';
import { type BatchCall, readBatch } from '../../../shared/meta/graph-batch.ts';
import { answerUnsupported, type GraphTarget, readGraphPath } from '../../../shared/meta/graph-path.ts';
import { traceIdOf } from '../../../shared/meta/trace-id.ts';
import type { TimeMs } from '../../../shared/model/fact.ts';
import { type EndpointCall, hasTokenField, hasTokenInQuery } from './endpoint-call.ts';
import type { WholeBody } from './endpoint-request.ts';

export type EndpointMessage = {
  request: IncomingMessage;
  target: GraphTarget;
  path: string;
  query: string;
  body: WholeBody;
  /** Counted from 1. */
  number: number;
  input: number;
  at: TimeMs;
};

/** `call` or, for what is no Conversions API call, its `answer`. */
type BatchPart = { batch: BatchCall } & ({ call: EndpointCall } | { answer: GraphAnswerMessage });

export type MessageParts =
  | { kind: 'single'; call: EndpointCall }
  | { kind: 'batch'; parts: BatchPart[]; withHeaders: boolean }
  | { kind: 'refused'; answer: GraphAnswerMessage };

/** `path` of the request line, without query. */
export function partsOf(message: EndpointMessage): MessageParts {
  const { target, request } = message;
  if (target.kind === 'events') return { kind: 'single', call: singleCall(message, target.datasetId) };
  if (target.kind !== 'root') return { kind: 'refused', answer: answerUnsupported('POST', target) };
  const { text, contentType } = contentOf(message);
  const { fields } = readCapiBody(text, contentType);
  if (fields === null || fields.batch === undefined) {
    return { kind: 'refused', answer: answerUnsupported('POST', target) };
  }
  const calls = readBatch(fields);
  if (!Array.isArray(calls)) return { kind: 'refused', answer: refusal(calls, traceIdOf(text)) };
  const hasToken = hasTokenOutside(request, message.query) || hasTokenField(fields);
  const parts = calls.map((batch, index) => partOf(message, batch, { number: index + 1, hasToken }));
  return { kind: 'batch', parts, withHeaders: String(fields.include_headers ?? true) !== 'false' };
}

type Place = { number: number; hasToken: boolean };

function partOf(message: EndpointMessage, batch: BatchCall, { number, hasToken }: Place): BatchPart {
  const path = `/${batch.path.replace(/^\/+/, '')}`;
  const target = readGraphPath(path);
  if (batch.method !== 'POST' || target.kind !== 'events') {
    return { batch, answer: answerUnsupported(batch.method, target) };
  }
  const base = baseOf(message);
  const call = {
    ...base,
    key: `${base.key}-${number}`,
    place: `${base.place} part ${number}`,
    path,
    datasetId: target.datasetId,
    text: batch.body === '' ? batch.query : batch.body,
    contentType: null,
    hasToken: hasToken || hasTokenInQuery(batch.query),
  };
  return { batch, call };
}

function singleCall(message: EndpointMessage, datasetId: string): EndpointCall {
  const hasToken = hasTokenOutside(message.request, message.query);
  return { ...baseOf(message), ...contentOf(message), path: message.path, datasetId, hasToken };
}

function baseOf({ input, number, at, request, body }: EndpointMessage) {
  return {
    key: `endpoint-${input}-${number}`,
    place: `request ${number}`,
    input,
    at,
    host: request.headers.host ?? '',
    charset: body.charset,
    userAgent: request.headers['user-agent'] ?? null,
  };
}

/** Graph reads fields from the query too: where there is no body, they are all there is. */
function contentOf({ body, query, request }: EndpointMessage): { text: string; contentType: string | null } {
  if (body.text.trim() === '' && /(?:^|&)(?:data|batch)(?:=|%5B|\[)/i.test(query)) {
    return { text: query, contentType: 'application/x-www-form-urlencoded' };
  }
  return { text: body.text, contentType: request.headers['content-type'] ?? null };
}

function hasTokenOutside({ headers }: IncomingMessage, query: string): boolean {
  return headers.authorization !== undefined || hasTokenInQuery(query);
}
