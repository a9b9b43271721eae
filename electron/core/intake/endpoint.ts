/** The test endpoint: a loopback server that takes Conversions API requests and answers them as Graph would. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Refusal } from '../../../shared/api/errors.ts';
import { readCapiBody } from '../../../shared/meta/capi-body.ts';
import {
  answerLikeGraph,
  answerTransient,
  answerUnknownPath,
  type GraphAnswerMessage,
} from '../../../shared/meta/graph-answer.ts';
import { redactText, redactUrl } from '../../../shared/meta/redact.ts';
import type { ServerAnswerFact, ServerRecordFact, TimeMs } from '../../../shared/model/fact.ts';
import type { InputHandle, Source } from '../source.ts';
import { type ReadBody, readBody } from './endpoint-request.ts';

export type EndpointOptions = {
  /** 0: any free port. */
  port: number;
  handle: InputHandle;
  now?: () => TimeMs;
};

export type Endpoint = Source & {
  /** `http://127.0.0.1:<port>`: what an SDK takes for Graph's host. */
  url: string;
  port: number;
};

/** `/v25.0/<dataset>/events`, `/<dataset>/events`, and a gateway's `/capi/<dataset>/events`. */
const eventsPath = /^\/(?:(?:v\d+(?:\.\d+)?|capi)\/)?(\d{1,20})\/events\/?$/;
/** Requests under way are answered before the endpoint closes, but not for longer. */
const closeWithinMs = 2000;

/**
 * Acknowledges a request only once its events are stored. Nothing that was stored can be read through it, and pages in
 * a browser cannot post to it: requests with an Origin or fetch metadata, or for another Host, are refused. Throws a
 * Refusal where the port is taken.
 */
export async function startEndpoint({ port, handle, now = Date.now }: EndpointOptions): Promise<Endpoint> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const refusal = refuse(request, server);
    if (refusal) return send(response, refusal);
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const dataset = eventsPath.exec(path)?.[1];
    if (request.method !== 'POST' || dataset === undefined) {
      return send(response, answerUnknownPath(request.method ?? 'GET', redactUrl(path)));
    }
    const number = ++count;
    send(response, await takeRequest({ request, path, dataset, number, handle, now }));
  });
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${actualPort}`, port: actualPort, close: () => close(server) };
}

type Taking = {
  request: IncomingMessage;
  path: string;
  dataset: string;
  number: number;
  handle: InputHandle;
  now: () => TimeMs;
};

async function takeRequest(taking: Taking): Promise<GraphAnswerMessage> {
  const body = await readBody(taking.request);
  if (body.state !== 'whole') return takeUnread(taking, body.state);
  const { request, dataset, handle, now } = taking;
  const read = readCapiBody(body.text, request.headers['content-type'] ?? null);
  const answer = answerLikeGraph({ datasetId: dataset, hasToken: hasToken(request, read.fields), body: read }, now());
  const record = toRecord(taking, body);
  handle.count(true);
  return (await isStored(handle, [record, toAnswer(record, answer)])) ? answer : answerTransient();
}

async function takeUnread({ number, handle }: Taking, state: Exclude<ReadBody['state'], 'whole'>) {
  const reasons = {
    'too-large': 'The body is larger than 32 MB.',
    cut: 'The sender went away before the body was whole.',
    unreadable: 'The body is compressed in a way that cannot be read.',
  };
  const reason = reasons[state];
  handle.count(false);
  await isStored(handle, [{ kind: 'problem', input: handle.input.id, place: `request ${number}`, reason }]);
  const body = { fields: null, events: null, problems: [reason] };
  return answerLikeGraph({ datasetId: '0', hasToken: true, body }, 0);
}

async function isStored(handle: InputHandle, facts: Parameters<InputHandle['sink']['add']>[0]): Promise<boolean> {
  try {
    await handle.sink.add(facts);
    return true;
  } catch {
    return false; // The session tells the user; the sender is told to try again.
  }
}

function toRecord(
  { request, path, number, handle, now }: Taking,
  body: ReadBody & { state: 'whole' },
): ServerRecordFact {
  return {
    kind: 'server-record',
    key: `endpoint-${handle.input.id}-${number}`,
    input: handle.input.id,
    place: `request ${number}`,
    form: 'request',
    at: now(),
    url: `http://${request.headers.host}${path}`,
    contentType: request.headers['content-type'] ?? null,
    body: redactText(body.text),
    bodyCharset: body.charset,
    bodyState: 'whole',
    userAgent: request.headers['user-agent'] ?? null,
    delivery: 'answered',
  };
}

function toAnswer(record: ServerRecordFact, { status, body }: GraphAnswerMessage): ServerAnswerFact {
  const { input, place, at, key } = record;
  return { kind: 'server-answer', input, place, record: key, at, status, body: JSON.stringify(body) };
}

function hasToken({ url = '', headers }: IncomingMessage, fields: object | null): boolean {
  const inQuery = /[?&](?:access_token|accessKey)=[^&]/.test(url);
  return inQuery || headers.authorization !== undefined || tokenIn(fields);
}

function tokenIn(fields: object | null): boolean {
  return fields !== null && ['access_token', 'accessKey'].some((name) => Boolean(Reflect.get(fields, name)));
}

/** Only programs on this machine that mean this endpoint: no page in a browser, no rebound host name. */
function refuse({ headers }: IncomingMessage, server: Server): GraphAnswerMessage | null {
  const { port } = server.address() as AddressInfo;
  // Node's own fetch sends Sec-Fetch-Mode; only browsers tell the site.
  const isBrowser = ['origin', 'sec-fetch-site', 'sec-fetch-dest'].some((name) => headers[name] !== undefined);
  const isHere = [`127.0.0.1:${port}`, `localhost:${port}`].includes(headers.host ?? '');
  if (!isBrowser && isHere) return null;
  const message = '(#200) This endpoint takes requests of servers on this machine only.';
  return { status: 403, body: { error: { message, type: 'OAuthException', code: 200, fbtrace_id: 'refused' } } };
}

function send(response: ServerResponse, { status, body }: GraphAnswerMessage): void {
  const text = JSON.stringify(body);
  // The rest of a body that is not wanted must not keep the connection busy.
  const isUnread = !response.req.complete;
  response.writeHead(status, {
    'content-type': 'application/json; charset=UTF-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(isUnread && { connection: 'close' }),
  });
  response.end(text);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const why = error.code === 'EACCES' ? 'may not be used' : 'is taken by another program';
      reject(
        new Refusal('port-taken', `Port ${port} ${why}; choose another one for the test endpoint.`, { cause: error }),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), closeWithinMs);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}
