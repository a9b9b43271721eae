/** One Conversions API call to the test endpoint: what it says, the facts that it leaves, and the answer to it. */
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import { answerLeniently, answerLikeGraph, type GraphAnswerMessage } from '../../../shared/meta/graph-answer.ts';
import { redactText } from '../../../shared/meta/redact.ts';
import type { BodyCharset, ServerAnswerFact, ServerRecordFact, TimeMs } from '../../../shared/model/fact.ts';
import type { EndpointValidation } from '../../../shared/model/session.ts';

export type EndpointCall = {
  key: string;
  /** `request 3`, or `request 3 part 2` for one in a batch. */
  place: string;
  input: number;
  at: TimeMs;
  host: string;
  path: string;
  datasetId: string;
  text: string;
  charset: BodyCharset;
  contentType: string | null;
  userAgent: string | null;
  /** Whether a token came along outside the body. */
  hasToken: boolean;
};

export type JudgedCall = { record: ServerRecordFact; answer: GraphAnswerMessage };

/** Answers it as Graph would, or as lenient sessions do. Secrets are cut out of the record. */
export function judgeCall(call: EndpointCall, validation: EndpointValidation): JudgedCall {
  const body = readCapiBody(call.text, call.contentType);
  const request = { datasetId: call.datasetId, hasToken: call.hasToken || hasTokenField(body.fields), body };
  const answer = validation === 'strict' ? answerLikeGraph(request, call.at) : answerLeniently(request, call.at);
  return { record: recordOf(call, 'answered'), answer };
}

export function recordOf(call: EndpointCall, delivery: ServerRecordFact['delivery']): ServerRecordFact {
  return {
    kind: 'server-record',
    key: call.key,
    input: call.input,
    place: call.place,
    form: 'request',
    at: call.at,
    url: `http://${call.host}${call.path}`,
    contentType: call.contentType,
    body: redactText(call.text),
    bodyCharset: call.charset,
    bodyState: 'whole',
    userAgent: call.userAgent,
    delivery,
  };
}

/** `body`: Graph's answer or ours; with a null status, the error that stood in its place. */
export function answerOf(
  { input, place, key }: ServerRecordFact,
  { at, status, body }: Pick<ServerAnswerFact, 'at' | 'status' | 'body'>,
): ServerAnswerFact {
  return { kind: 'server-answer', input, place, record: key, at, status, body };
}

/** In a query: `access_token` and what gateways call it. */
export function hasTokenInQuery(query: string): boolean {
  return /(?:^|&)(?:access_token|accessKey)=[^&]/.test(query);
}

export function hasTokenField(fields: object | null): boolean {
  return fields !== null && ['access_token', 'accessKey'].some((name) => Boolean(Reflect.get(fields, name)));
}
