/** Writes the test endpoint's answers: Graph's headers, and no open connection behind a body that was not read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json } from '../../../shared/model/json.ts';
import { isJsonObject } from '../../../shared/model/json.ts';

export type EndpointAnswer = {
  status: number;
  /** Null: no body. */
  body: Json;
  /** Seconds after which the sender should try again. */
  retryAfterS?: number;
};

/** Once; where the sender is gone nothing happens. `version` is the Graph version that the path named. */
export function sendAnswer(response: ServerResponse, answer: EndpointAnswer, version: string | null = null): void {
  const text = answer.body === null ? '' : JSON.stringify(answer.body);
  const trace = traceIn(answer.body);
  sendText(response, {
    status: answer.status,
    text,
    headers: {
      ...(text !== '' && { 'content-type': 'application/json; charset=UTF-8' }),
      'cache-control': 'private, no-cache, no-store, must-revalidate',
      ...(version !== null && { 'facebook-api-version': version }),
      ...(trace !== null && { 'x-fb-trace-id': trace }),
      ...(answer.retryAfterS !== undefined && { 'retry-after': String(answer.retryAfterS) }),
    },
  });
}

type TextAnswer = { status: number; text: string; headers: Record<string, string> };

export function sendText(response: ServerResponse, { status, text, headers }: TextAnswer): void {
  if (response.destroyed || response.headersSent) return;
  const isUnread = hasBody(response.req) && !response.req.complete;
  response.writeHead(status, {
    ...headers,
    'content-length': Buffer.byteLength(text),
    ...(isUnread && { connection: 'close' }),
  });
  response.end(text);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function traceIn(body: Json): string | null {
  if (!isJsonObject(body)) return null;
  const trace = isJsonObject(body.error) ? body.error.fbtrace_id : body.fbtrace_id;
  return typeof trace === 'string' ? trace : null;
}
