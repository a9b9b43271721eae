/** A test endpoint for one test, with the facts that it stored and ways to speak to it. Call it inside a test. */
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { type EndpointOptions, startEndpoint } from '../../electron/core/intake/endpoint.ts';
import { applyServerAnswer, readServerRecord } from '../../shared/meta/capi-payload.ts';
import type { JsonObject } from '../../shared/model/json.ts';
import { eventTime } from './capi.ts';
import { recordingHandle } from './recording-handle.ts';

/** When requests come in: a minute after the events of `purchase`. */
export const endpointNow = () => eventTime * 1000 + 60_000;

export const asJson = { 'content-type': 'application/json' };

export async function openEndpoint(options: Partial<EndpointOptions> = {}) {
  const handle = recordingHandle('endpoint', 'Test endpoint');
  const server = await startEndpoint({ port: 0, handle, now: endpointNow, ...options });
  onTestFinished(() => server.close());
  const url = `${server.url}/v25.0/1234567890/events?access_token=secretQ9`;
  const post = async (body: BodyInit, headers: Record<string, string> = {}, to = url) => {
    const response = await fetch(to, { method: 'POST', body, headers });
    return { status: response.status, headers: response.headers, body: (await response.json()) as JsonObject };
  };
  const events = () =>
    handle.records().flatMap((fact) => {
      const answer = handle.answers().find(({ record }) => record === fact.key);
      return readServerRecord(fact).events.map((event) => (answer ? applyServerAnswer(event, answer) : event));
    });
  return { ...server, handle, events, post, requestUrl: url };
}

/** Sends bytes as they are and returns all that came back until the other side closed or `withinMs` passed. */
export function rawExchange(port: number, bytes: string | Buffer, withinMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(withinMs, end);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', end).on('close', end);
  });
}

/** A request by hand: headers that fetch does not let us set. */
export function rawRequest(port: number, headers: Record<string, string>, body: string): Promise<string> {
  const all = {
    Host: `127.0.0.1:${port}`,
    'Content-Length': String(Buffer.byteLength(body)),
    Connection: 'close',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return rawExchange(port, `POST /v25.0/1/events?access_token=t HTTP/1.1\r\n${head.join('')}\r\n${body}`);
}
