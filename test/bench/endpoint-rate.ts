/** Figure: events a second that the test endpoint takes for a while, one event a request, each answered after its write. */
import { connect } from 'node:net';
import { openSessionFile } from '../../electron/core/store/session-file.ts';
import { payload, purchase } from '../support/capi.ts';
import { type Figure, round } from './figure.ts';
import type { EndpointReady } from './rig/endpoint-app.ts';
import { startHelper } from './rig/helper-process.ts';
import { percentile } from './rounds.ts';

const SENDERS = 32;
const STRETCHES = 5;
const STRETCH_MS = 4_000;

export const endpointRate: Figure = {
  name: 'endpoint-rate',
  what: 'events a second that the test endpoint stores, pairs, judges and then answers, one a request, in its slowest stretch',
  unit: 'per second',
  goal: { atLeast: 2000 },
  async measure() {
    const app = await startHelper<EndpointReady>(new URL('rig/endpoint-app.ts', import.meta.url));
    const sender = openSender(app.ready.endpoint);
    await sender.sendFor(1_000);
    const rates: number[] = [];
    const waits: number[] = [];
    for (let stretch = 0; stretch < STRETCHES; stretch += 1) {
      const { answered, tookMs } = await sender.sendFor(STRETCH_MS);
      rates.push((answered.length * 1000) / tookMs);
      waits.push(...answered);
    }
    const stored = countStored(app.ready.session);
    sender.close();
    await app.stop();
    if (stored < sender.sent()) throw new Error(`${stored} of ${sender.sent()} answered events are stored.`);
    const [p50, p99] = [0.5, 0.99].map((part) => round(percentile(waits, part)));
    return {
      value: Math.floor(Math.min(...rates)),
      detail: `${SENDERS} senders for ${(STRETCHES * STRETCH_MS) / 1000} s, ${sender.sent()} events, answered in ${p50} ms at the median and ${p99} ms at the 99th percentile`,
    };
  },
};

/** Speaks bare HTTP over open connections: the sender must not take the processor from what is measured. */
function openSender(endpoint: string) {
  const { hostname, port } = new URL(endpoint);
  const connections = Array.from({ length: SENDERS }, () => openConnection(Number(port), hostname));
  let count = 0;
  const send = async (connection: Connection) => {
    count += 1;
    const eventTime = Math.floor(Date.now() / 1000);
    const body = payload(purchase(`order-${count}`, { event_time: eventTime }));
    const head = [
      'POST /v25.0/1234567890/events?access_token=bench HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    const started = performance.now();
    const answer = await connection.ask(`${head.join('\r\n')}\r\n\r\n${body}`);
    if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`The endpoint answered ${answer.slice(0, 80)}`);
    return performance.now() - started;
  };

  return {
    sent: () => count,
    /** All senders at once, each with its next request as soon as it has its answer. */
    sendFor: async (ms: number) => {
      const started = performance.now();
      const answered: number[] = [];
      const sendOn = async (connection: Connection) => {
        while (performance.now() - started < ms) answered.push(await send(connection));
      };
      await Promise.all(connections.map(sendOn));
      return { answered, tookMs: performance.now() - started };
    },
    close: () => {
      for (const { close } of connections) close();
    },
  };
}

type Connection = { ask(request: string): Promise<string>; close(): void };

/** One question at a time. An answer ends with the fbtrace_id that each of Graph's has. */
function openConnection(port: number, host: string): Connection {
  const socket = connect(port, host).setNoDelay(true).setEncoding('latin1');
  let text = '';
  let answer: PromiseWithResolvers<string> | null = null;
  socket.on('data', (chunk: string) => {
    text += chunk;
    if (!/"fbtrace_id":"[\w-]+"\}+$/.test(text)) return;
    answer?.resolve(text);
    text = '';
  });
  socket.on('error', (error) => answer?.reject(error));
  return {
    ask: (request) => {
      answer = Promise.withResolvers<string>();
      socket.write(request);
      return answer.promise;
    },
    close: () => socket.destroy(),
  };
}

function countStored(path: string): number {
  const file = openSessionFile(path, { mode: 'read-only' });
  let records = 0;
  for (const { kind } of file.facts()) if (kind === 'server-record') records += 1;
  file.close();
  return records;
}
