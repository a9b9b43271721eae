/** Reads Graph's batch requests, several calls posted as one, and writes the answer that holds theirs. */
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import type { GraphAnswerMessage } from './graph-answer.ts';
import { type GraphError, plainError } from './graph-error.ts';
import { asText, readWholeJson } from './json-in-text.ts';

/** Meta, "Batch requests". */
const maxCalls = 50;

export type BatchCall = {
  method: string;
  /** `v25.0/1234567890/events`, without its query. */
  path: string;
  query: string;
  body: string;
  /** Its answer is left out where it succeeds. */
  isQuiet: boolean;
};

/** `fields` are those of the request that carries the batch. */
export function readBatch(fields: JsonObject): BatchCall[] | GraphError {
  const given = fields.batch;
  const batch = typeof given === 'string' ? readWholeJson(given) : given;
  if (!Array.isArray(batch) || batch.length === 0)
    return plainError(100, '(#100) Param batch must be a non-empty array.');
  if (batch.length > maxCalls) {
    const message = `Too many requests in batch message. Maximum batch size is ${maxCalls}`;
    return plainError(null, message, { type: 'GraphBatchException' });
  }
  const awaited = new Set(batch.flatMap((call) => (isJsonObject(call) ? [textOf(call.depends_on)] : [])));
  const calls: BatchCall[] = [];
  for (const [index, call] of batch.entries()) {
    if (!isJsonObject(call) || textOf(call.relative_url) === '') {
      return plainError(100, `(#100) Param batch[${index}] must be an object with a relative_url.`);
    }
    calls.push(readCall(call, awaited));
  }
  return calls;
}

/** Graph's answer to the whole: always 200, each call's own status inside; null for one that is left out. */
export function writeBatchAnswer(
  calls: readonly { call: BatchCall; answer: GraphAnswerMessage }[],
  { withHeaders }: { withHeaders: boolean },
): { status: number; body: Json[] } {
  const headers = [{ name: 'Content-Type', value: 'application/json; charset=UTF-8' }];
  const body = calls.map(({ call, answer }): Json => {
    if (call.isQuiet && answer.status === 200) return null;
    return { code: answer.status, ...(withHeaders && { headers }), body: JSON.stringify(answer.body) };
  });
  return { status: 200, body };
}

/** A call that another one waits for is not answered where it succeeds, unless it asks to be. */
function readCall(call: JsonObject, awaited: ReadonlySet<string>): BatchCall {
  const url = textOf(call.relative_url);
  const at = url.indexOf('?');
  const name = textOf(call.name);
  const omit = call.omit_response_on_success;
  return {
    method: textOf(call.method).toUpperCase() || 'GET',
    path: at < 0 ? url : url.slice(0, at),
    query: at < 0 ? '' : url.slice(at + 1),
    body: textOf(call.body),
    isQuiet: omit === undefined ? name !== '' && awaited.has(name) : asText(omit) === 'true',
  };
}

function textOf(value: Json | undefined): string {
  return value === undefined || value === null ? '' : asText(value);
}
